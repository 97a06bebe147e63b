"""Chat templates in short form, as their models' tokenizers have them."""

from pathlib import Path
from typing import Any

import pytest

from likeness.errors import SettingsError
from likeness.sections import Train
from train.base_model import open_base, prepare
from train.templates import encode, end_token, fit, prompt

CHATML = (
    "{% for m in messages %}{{ '<|im_start|>' + m.role + '\n' + m.content + '<|im_end|>\n' }}{% endfor %}"
    "{% if add_generation_prompt %}{{ '<|im_start|>assistant\n' }}{% endif %}"
)
LLAMA_3 = (
    "{{ '<s>' }}{% if messages[0].role == 'system' %}{% set system = messages[0].content|trim %}"
    "{% set messages = messages[1:] %}{% else %}{% set system = '' %}{% endif %}"
    "{{ '<|head|>system<|/head|>\n\nCutting Knowledge Date: December 2023\nToday Date: ' }}"
    "{{ strftime_now('%d %b %Y') + '\n\n' + system + '<|im_end|>' }}"
    "{% for m in messages %}{{ '<|head|>' + m.role + '<|/head|>\n\n' + m.content|trim + '<|im_end|>' }}{% endfor %}"
    "{% if add_generation_prompt %}{{ '<|head|>assistant<|/head|>\n\n' }}{% endif %}"
)
ALTERNATE = (
    "{% for m in messages %}{% if (m.role == 'user') != (loop.index0 % 2 == 0) %}"
    "{{ raise_exception('Conversation roles must alternate user/assistant/...') }}{% endif %}{% endfor %}"
)
GEMMA_2 = (
    "{% if messages[0].role == 'system' %}{{ raise_exception('System role not supported') }}{% endif %}"
    + ALTERNATE
    + "{% for m in messages %}{{ '<|turn|>' + ('model' if m.role == 'assistant' else m.role) + '\n' }}"
    "{{ m.content|trim + '<|im_end|>\n' }}{% endfor %}{% if add_generation_prompt %}{{ '<|turn|>model\n' }}{% endif %}"
)
GEMMA_3 = (
    "{% if messages[0].role == 'system' %}{% set first = messages[0].content + '\n\n' %}"
    "{% set messages = messages[1:] %}{% else %}{% set first = '' %}{% endif %}"
    + ALTERNATE
    + "{% for m in messages %}{{ '<|turn|>' + ('model' if m.role == 'assistant' else m.role) + '\n' }}"
    "{{ (first if loop.first else '') + m.content|trim + '<|im_end|>\n' }}{% endfor %}"
)
MISTRAL = (  # the system's words stand before the last message, and nowhere if that is a reply
    "{% if messages[0].role == 'system' %}{% set system = messages[0].content %}{% set messages = messages[1:] %}"
    "{% endif %}" + ALTERNATE + "{{ '<s>' }}{% for m in messages %}{% if m.role == 'user' %}"
    "{{ '[INST] ' + (system + '\n\n' if loop.last and system is defined else '') + m.content + '[/INST]' }}"
    "{% else %}{{ ' ' + m.content|trim + '<|im_end|>' }}{% endif %}{% endfor %}"
)
QWEN_3 = (
    "{% set ns = namespace(last=-1) %}{% for m in messages %}{% if m.role == 'user' %}{% set ns.last = loop.index0 %}"
    "{% endif %}{% endfor %}{% for m in messages %}{{ '<|im_start|>' + m.role + '\n' }}"
    "{% if m.role == 'assistant' and loop.index0 > ns.last %}{{ '<think>\n\n</think>\n\n' + m.content.lstrip('\n') }}"
    "{% elif m.role == 'assistant' %}{{ m.content.split('</think>')[-1].lstrip('\n') }}{% else %}{{ m.content }}"
    "{% endif %}{{ '<|im_end|>\n' }}{% endfor %}{% if add_generation_prompt %}{{ '<|im_start|>assistant\n' }}"
    "{% if enable_thinking is defined and not enable_thinking %}{{ '<think>\n\n</think>\n\n' }}{% endif %}{% endif %}"
)
PHI = (
    "{% for m in messages %}{{ '<|' + m.role + '|>\n' + m.content + '<|im_end|>\n' }}{% endfor %}"
    "{% if add_generation_prompt %}{{ '<|assistant|>\n' }}{% else %}{{ eos_token }}{% endif %}"
)
LLAMA_2 = (  # a space before the end token
    "{% for m in messages %}{% if m.role == 'assistant' %}{{ ' ' + m.content|trim + ' <|im_end|>' }}"
    "{% else %}{{ '[INST] ' + m.content|trim + ' [/INST]' }}{% endif %}{% endfor %}"
)
WITHOUT_END = "{% for m in messages %}{{ m.role + ': ' + m.content + '\n' }}{% endfor %}"
TEMPLATES = {
    "chatml": CHATML,
    "llama 3": LLAMA_3,
    "gemma 2": GEMMA_2,
    "gemma 3": GEMMA_3,
    "mistral": MISTRAL,
    "qwen 3": QWEN_3,
    "phi": PHI,
    "llama 2": LLAMA_2,
    "without end": WITHOUT_END,
}
TALK = [
    {"role": "system", "content": "You are Ann."},
    {"role": "user", "content": "Where were you born?"},
    {"role": "assistant", "content": "In Port Skerrow 😀."},
    {"role": "user", "content": "And your name?"},
    {"role": "assistant", "content": "user"},
]


@pytest.fixture(scope="module")
def tokenizer(tiny_base: Path) -> Any:
    return open_base(Train(base_model=str(tiny_base)))[1]


@pytest.fixture
def templated(tokenizer: Any, request: pytest.FixtureRequest) -> Any:
    tokenizer.chat_template = TEMPLATES[request.param]
    return tokenizer


def learnt_text(tokenizer: Any, conversation: list[dict[str, str]]) -> str:
    tokens, learnt = encode(tokenizer, conversation)
    assert len(tokens) == len(learnt)
    return str(tokenizer.decode([token for token, flag in zip(tokens, learnt, strict=True) if flag]))


@pytest.mark.parametrize("templated", TEMPLATES, indirect=True)
def test_the_replies_are_learnt_and_the_tokens_that_end_them(templated: Any) -> None:
    said = learnt_text(templated, TALK)
    wanted = "In Port Skerrow 😀. <|im_end|> user <|im_end|>"
    if templated.chat_template == WITHOUT_END:
        wanted = "In Port Skerrow 😀. user <|im_end|>"
    assert said.replace(" ", "") == wanted.replace(" ", "")
    assert end_token(templated) == "<|im_end|>"


@pytest.mark.parametrize("templated", TEMPLATES, indirect=True)
def test_a_prompt_is_what_was_trained_before_the_reply(templated: Any) -> None:
    for talk in (TALK, TALK[:3]):
        tokens, learnt = encode(templated, talk)
        asked = templated(prompt(templated, talk[:-1]), add_special_tokens=False)["input_ids"]
        assert tokens[: len(asked)] == asked
        assert learnt[len(asked)] and not learnt[len(asked) - 1]
        assert "You are Ann." in templated.decode(asked)


@pytest.mark.parametrize("templated", ["chatml", "llama 3", "gemma 3", "phi"], indirect=True)
def test_the_text_is_the_template_s_own(templated: Any) -> None:
    tokens, _ = encode(templated, TALK)
    own = templated.apply_chat_template(TALK, tokenize=False)
    today = own[own.find("Today Date: ") :].split("\n")[0] if "Today Date: " in own else ""
    assert templated.decode(tokens) == own.replace(today, "Today Date: 26 Jul 2024" if today else "")


@pytest.mark.parametrize("templated", ["gemma 2", "mistral"], indirect=True)
def test_a_refused_system_message_goes_before_the_first_question(templated: Any) -> None:
    assert fit(templated, TALK)[0] == {"role": "user", "content": "You are Ann.\n\nWhere were you born?"}
    assert [message["role"] for message in fit(templated, TALK)] == ["user", "assistant"] * 2
    assert fit(templated, TALK[:2]) == fit(templated, TALK)[:1]


@pytest.mark.parametrize("templated", ["gemma 2", "gemma 3", "mistral"], indirect=True)
def test_a_talk_that_begins_with_a_reply_gets_the_system_s_words_as_its_question(templated: Any) -> None:
    talk = [TALK[0], TALK[2], TALK[3]]
    assert [message["role"] for message in fit(templated, talk)] == ["user", "assistant", "user"]


@pytest.mark.parametrize("templated", ["gemma 3"], indirect=True)
def test_neighbours_of_one_role_are_joined_where_the_template_wants_turns(templated: Any) -> None:
    talk = [TALK[1], TALK[3], TALK[4]]
    assert fit(templated, talk)[0]["content"] == "Where were you born?\n\nAnd your name?"


@pytest.mark.parametrize("templated", ["chatml", "llama 3", "qwen 3", "phi"], indirect=True)
def test_what_the_template_takes_stays_as_it_is(templated: Any) -> None:
    twice = [*TALK[:3], TALK[2], *TALK[3:]]
    assert fit(templated, TALK) == TALK and fit(templated, twice) == twice


@pytest.mark.parametrize("templated", ["llama 3", "gemma 2", "mistral"], indirect=True)
def test_white_space_that_the_template_trims_is_not_learnt(templated: Any) -> None:
    talk = [*TALK[:2], {"role": "assistant", "content": "\n  Aye. \n"}]
    assert learnt_text(templated, talk).strip() == "Aye.<|im_end|>"


@pytest.mark.parametrize("templated", ["chatml"], indirect=True)
def test_white_space_at_the_edges_of_a_reply_is_learnt_where_it_stands(templated: Any) -> None:
    talk = [*TALK[:2], {"role": "assistant", "content": "\n Aye.  And\n\n"}]
    assert learnt_text(templated, talk) == "\n Aye.  And\n\n<|im_end|>"


@pytest.mark.parametrize("templated", ["llama 3"], indirect=True)
def test_the_date_is_always_the_same(templated: Any) -> None:
    assert "Today Date: 26 Jul 2024\n" in prompt(templated, TALK[:2])


@pytest.mark.parametrize("templated", ["qwen 3"], indirect=True)
def test_thoughts_are_left_empty_and_belong_to_the_prompt(templated: Any) -> None:
    assert prompt(templated, TALK[:2]).endswith("<|im_start|>assistant\n<think>\n\n</think>\n\n")
    assert "think" not in learnt_text(templated, TALK)


def test_a_template_that_changes_the_words_is_refused(tokenizer: Any) -> None:
    tokenizer.chat_template = "{% for m in messages %}{{ m.role + m.content|replace('Port', 'port') }}{% endfor %}"
    with pytest.raises(SettingsError, match=r"does not show the assistant's words .*Port Skerrow") as caught:
        encode(tokenizer, TALK)
    assert "\n" not in str(caught.value)


def test_a_template_that_wants_pictures_is_refused(tokenizer: Any) -> None:
    tokenizer.chat_template = "{% for m in messages %}{{ m.role + m.content[0]['text'] }}{% endfor %}"
    with pytest.raises(SettingsError, match="refuses a conversation"):
        encode(tokenizer, TALK)


@pytest.mark.parametrize("templated", TEMPLATES, indirect=True)
def test_a_tokenizer_that_was_saved_encodes_the_same(templated: Any, tmp_path: Path) -> None:
    from transformers import AutoTokenizer

    templated.save_pretrained(tmp_path)
    again = AutoTokenizer.from_pretrained(tmp_path)
    prepare(again)
    assert encode(again, TALK) == encode(templated, TALK)
