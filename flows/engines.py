"""The language model that a persona file names; the one in this process is opened as base models are."""

from augment.llm.engines import Engine, open_engine
from augment.llm.local import LocalModel
from likeness.persona import Persona
from likeness.sections import Train
from train.base_model import open_base


def open_llm(persona: Persona) -> Engine:
    """The engine of `[llm] model`.

    Raises:
        SettingsError: if none is named, or it cannot be used.
    """
    provider, _, name = persona.llm.model.partition(":")
    if provider == "local":
        return LocalModel(persona.llm.model, lambda: open_base(Train(base_model=name)))
    return open_engine(persona.llm)
