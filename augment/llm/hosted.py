"""The hosted providers (OpenAI, Anthropic, Google and others), through pydantic-ai."""

from dataclasses import dataclass, field
from typing import Any, Self

from augment.llm.engines import Completion, Finish, Request, Unanswered
from likeness.errors import SettingsError
from likeness.sections import LanguageModel


@dataclass
class HostedModel:
    """A model as pydantic-ai names it, "anthropic:claude-haiku-4-5"; its key is in the provider's own variable."""

    name: str
    settings: LanguageModel
    _model: Any = field(default=None, init=False)

    async def __aenter__(self) -> Self:
        """Find the provider and its key."""
        from pydantic_ai.exceptions import UserError
        from pydantic_ai.models import infer_model

        try:
            self._model = infer_model(self.name)
        except (UserError, ImportError, ValueError) as error:
            raise SettingsError(f"[llm] model {self.name!r}: {error}") from error
        await self._model.__aenter__()
        return self

    async def __aexit__(self, *error: object) -> None:
        """Close its connections."""
        await self._model.__aexit__(*error)

    async def complete(self, request: Request) -> Completion:
        """See `augment.engines.Engine`."""
        from pydantic_ai import exceptions
        from pydantic_ai.direct import model_request

        try:
            reply = await model_request(
                self._model,
                _messages(request),
                model_settings=self._sampling(request),
                model_request_parameters=_parameters(request),
            )
        except exceptions.ContentFilterError as error:
            return Completion(str(error), "refusal", 0, 0)
        except (exceptions.ModelRateLimitError, exceptions.ModelUnavailableError, exceptions.ModelServerError) as error:
            raise Unanswered(f"{self.name}: {error}", wait=error.retry_after) from error
        except exceptions.ModelConnectionError as error:
            raise Unanswered(f"{self.name}: {error}", billed=error.phase not in ("pool", "connect")) from error
        except (exceptions.ModelRequestTimeout, exceptions.UnexpectedModelBehavior) as error:
            raise Unanswered(f"{self.name}: {error}", billed=True) from error
        except exceptions.ModelAPIError as error:
            raise SettingsError(f"{self.name}: {error}") from error
        return Completion(reply.text or "", _finish(reply), reply.usage.input_tokens, reply.usage.output_tokens)

    def _sampling(self, request: Request) -> Any:
        return {
            "temperature": request.temperature,
            "max_tokens": request.most_tokens,
            "seed": request.seed,
            "timeout": self.settings.timeout,
            "max_retries": 0,  # a retry that we do not see is paid for and not counted
        }


def _messages(request: Request) -> list[Any]:
    """The messages as pydantic-ai has them."""
    from pydantic_ai import messages

    made: list[Any] = []
    for role, content in request.messages:
        match role:
            case "system":
                made.append(messages.ModelRequest(parts=[messages.SystemPromptPart(content)]))
            case "user":
                made.append(messages.ModelRequest(parts=[messages.UserPromptPart(content)]))
            case "assistant":
                made.append(messages.ModelResponse(parts=[messages.TextPart(content)]))
    return made


def _parameters(request: Request) -> Any:
    """The reply is to fit the schema: asked of the provider itself, where it can."""
    from pydantic_ai.models import ModelRequestParameters
    from pydantic_ai.output import OutputObjectDefinition

    schema = OutputObjectDefinition(json_schema=dict(request.schema), name="reply", strict=True)
    return ModelRequestParameters(output_mode="native", output_object=schema, allow_text_output=True)


def _finish(reply: Any) -> Finish:
    if reply.finish_reason == "content_filter":
        return "refusal"
    return "length" if reply.finish_reason == "length" else "stop"
