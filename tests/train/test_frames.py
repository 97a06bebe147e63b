"""Templates of several families, in short: what a server is told must be what the model was trained with."""

from pathlib import Path
from typing import Any

import pytest

from likeness.errors import SettingsError
from train.frames import TALKS, Frame, frame_of, serving_template
from train.templates import prompt

CHATML = (
    "{% for m in messages %}{{ '<|im_start|>' + m['role'] + '\n' + m['content'] + '<|im_end|>' + '\n' }}{% endfor %}"
    "{% if add_generation_prompt %}{{ '<|im_start|>assistant\n' }}{% endif %}"
)
WITH_DEFAULT = (
    "{% if messages[0]['role'] != 'system' %}{{ '<|im_start|>system\nYou are \"Q\".<|im_end|>\n' }}{% endif %}" + CHATML
)
LLAMA = (
    "{{ bos_token }}{% for m in messages %}{{ '<|head|>' + m['role'] + '<|end|>\n\n' }}"
    "{% if loop.first and m['role'] == 'system' %}{{ 'Today Date: ' + strftime_now('%d %b %Y') + '\n\n' }}{% endif %}"
    "{{ m['content'] | trim + '<|eot|>' }}{% endfor %}"
    "{% if add_generation_prompt %}{{ '<|head|>assistant<|end|>\n\n' }}{% endif %}"
)
GEMMA = (
    "{{ bos_token }}{% if messages[0]['role'] == 'system' %}{{ raise_exception('No system role') }}{% endif %}"
    "{% for m in messages %}{{ '<start_of_turn>' + ('model' if m['role'] == 'assistant' else m['role']) + '\n' "
    "+ m['content'] | trim + '<end_of_turn>\n' }}{% endfor %}"
    "{% if add_generation_prompt %}{{ '<start_of_turn>model\n' }}{% endif %}"
)
MISTRAL = (
    "{{ bos_token }}{% if messages[0]['role'] == 'system' %}{% set system = messages[0]['content'] %}"
    "{% set messages = messages[1:] %}{% endif %}{% for m in messages %}{% if m['role'] == 'user' %}"
    "{% if loop.last and system is defined %}{{ '[INST] ' + system + '\n\n' + m['content'] + '[/INST]' }}"
    "{% else %}{{ '[INST] ' + m['content'] + '[/INST]' }}{% endif %}"
    "{% else %}{{ ' ' + m['content'] + eos_token }}{% endif %}{% endfor %}"
)
THINKING = (
    "{% for m in messages %}{{ '<|im_start|>' + m['role'] + '\n' }}"
    "{% if m['role'] == 'assistant' and loop.last %}{{ '<think>\n\n</think>\n\n' }}{% endif %}"
    "{{ m['content'] + '<|im_end|>\n' }}{% endfor %}{% if add_generation_prompt %}{{ '<|im_start|>assistant\n' }}"
    "{% if enable_thinking is defined and not enable_thinking %}{{ '<think>\n\n</think>\n\n' }}{% endif %}{% endif %}"
)
COUNTING = (
    "{% for m in messages %}{{ loop.index ~ '. ' + m['role'] + ': ' + m['content'] + '\n' }}{% endfor %}"
    "{% if add_generation_prompt %}{{ 'assistant: ' }}{% endif %}"
)
FAMILIES = {
    "chatml": CHATML,
    "default system": WITH_DEFAULT,
    "llama": LLAMA,
    "gemma": GEMMA,
    "mistral": MISTRAL,
    "thinking": THINKING,
}


@pytest.fixture
def tokenizer(tiny_base: Path) -> Any:
    from transformers import AutoTokenizer

    return AutoTokenizer.from_pretrained(tiny_base)


def talks() -> list[list[dict[str, str]]]:
    words = 'Is it "so", {{ name }}? 海 🎉\nYes.'
    return [[{"role": role, "content": f"{place} {words}"} for place, role in enumerate(roles)] for roles in TALKS]


@pytest.mark.parametrize("family", FAMILIES)
def test_a_server_asks_as_it_was_trained(tokenizer: Any, family: str) -> None:
    tokenizer.chat_template = FAMILIES[family]
    frame = frame_of(tokenizer)
    expected = [prompt(tokenizer, talk) for talk in talks()]
    assert [frame.prompt(talk) for talk in talks()] == expected

    for template in (frame.in_jinja(), serving_template(tokenizer)):
        rendered = [
            tokenizer.apply_chat_template(talk, chat_template=template, tokenize=False, add_generation_prompt=True)
            for talk in talks()
        ]
        assert rendered == expected


def test_the_own_template_is_kept_where_it_says_the_same(tokenizer: Any) -> None:
    for family, is_kept in {"chatml": True, "default system": True, "gemma": False, "thinking": False}.items():
        tokenizer.chat_template = FAMILIES[family]
        assert (serving_template(tokenizer) == FAMILIES[family]) == is_kept, family


def test_marks_for_training_are_left_out(tokenizer: Any) -> None:
    tokenizer.chat_template = CHATML.replace("{% endfor %}", "{% generation %}{% endgeneration %}{% endfor %}")
    assert "generation %}" not in serving_template(tokenizer).replace("add_generation_prompt", "")


def test_a_template_that_counts_cannot_be_held(tokenizer: Any) -> None:
    tokenizer.chat_template = COUNTING
    with pytest.raises(SettingsError, match="does more than put words around"):
        frame_of(tokenizer)


def test_in_go_every_piece_is_a_string_of_go() -> None:
    frame = Frame('<s>{{ "a" }}\n', "|\t\\", "<s>bare", "海🎉", "then", "go", bos="<s>")
    assert frame.in_go().splitlines() == [
        "{{- range $place, $_ := .Messages }}",
        r'{{- if eq .Role "system" }}{{ "{{ \"a\" }}\n" }}',
        '{{- else if eq .Role "assistant" }}{{ "海🎉" }}',
        '{{- else if eq $place 0 }}{{ "bare" }}',
        r'{{- else if eq $place 1 }}{{ "|\t\\" }}',
        '{{- else }}{{ "then" }}',
        "{{- end }}{{ .Content }}",
        '{{- end }}{{ "go" }}',
    ]
