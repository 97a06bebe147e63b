"""An authorship encoder of random weights runs the code that the real ones run: RoBERTa, loaded from a folder."""

from pathlib import Path

import numpy as np
import pytest

from train.authorship import Encoder, fit_embedding_metric, open_encoder

KEEPER = [f"Aye, the {noun} & the lamp. Oil first." for noun in ("bolt", "hill", "storm", "kettle")] * 6
CLERK = [f"I would be happy to help you with the {noun}!!" for noun in ("bolt", "hill", "storm", "kettle")] * 6


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    import torch
    from tokenizers import Tokenizer, models, pre_tokenizers, processors, trainers
    from transformers import PreTrainedTokenizerFast, RobertaConfig, RobertaModel

    path = tmp_path_factory.mktemp("authorship")
    bpe = Tokenizer(models.BPE(unk_token="<unk>"))
    bpe.pre_tokenizer = pre_tokenizers.ByteLevel()
    special = ["<s>", "<pad>", "</s>", "<unk>"]
    bpe.train_from_iterator(
        [*KEEPER, *CLERK], trainers.BpeTrainer(vocab_size=400, special_tokens=special, show_progress=False)
    )
    bpe.post_processor = processors.RobertaProcessing(("</s>", 2), ("<s>", 0))
    PreTrainedTokenizerFast(  # type: ignore[no-untyped-call]
        tokenizer_object=bpe, bos_token="<s>", pad_token="<pad>", eos_token="</s>", unk_token="<unk>"
    ).save_pretrained(path)
    torch.manual_seed(0)
    config = RobertaConfig(
        vocab_size=bpe.get_vocab_size(),
        hidden_size=32,
        intermediate_size=64,
        num_hidden_layers=2,
        num_attention_heads=4,
        max_position_embeddings=140,
    )
    RobertaModel(config).save_pretrained(path)
    return path


@pytest.fixture(scope="module")
def encoder(folder: Path) -> Encoder:
    found = open_encoder(["nobody/no-such-model", str(folder)])
    assert found is not None and found.name == str(folder)
    return found


def test_without_weights_there_is_no_encoder(tmp_path: Path) -> None:
    assert open_encoder(["nobody/no-such-model", str(tmp_path)]) is None


def test_a_text_has_the_same_vector_in_any_company(encoder: Encoder) -> None:
    vectors = encoder.embed(["Aye.", "A much longer text, about the lamp & the hill."] * 30)
    assert vectors.shape == (60, 32)
    assert np.allclose(np.linalg.norm(vectors, axis=1), 1, atol=1e-5)
    assert np.allclose(vectors[0], encoder.embed(["Aye."])[0], atol=1e-5)
    assert not np.allclose(vectors[0], vectors[59], atol=1e-2)


def test_the_scale_runs_from_others_to_the_person(encoder: Encoder) -> None:
    metric = fit_embedding_metric(KEEPER, CLERK, KEEPER[:16], encoder)
    assert metric is not None
    assert metric.score(KEEPER[:16]) == pytest.approx(1, abs=1e-4)
    assert metric.score(CLERK) == pytest.approx(0, abs=0.1)
    assert 0.2 < metric.score([text for pair in zip(KEEPER, CLERK, strict=True) for text in pair]) < 0.95


@pytest.mark.parametrize(
    ("own", "others", "held_out"),
    [(KEEPER[:5], CLERK, KEEPER), (KEEPER, CLERK[:5], KEEPER), (KEEPER, CLERK, []), (KEEPER, CLERK, CLERK)],
)
def test_there_is_no_metric_without_words_or_without_a_difference(
    encoder: Encoder, own: list[str], others: list[str], held_out: list[str]
) -> None:
    assert fit_embedding_metric(own, others, held_out, encoder) is None


def test_a_model_that_is_a_pickle_is_not_opened(folder: Path, tmp_path: Path) -> None:
    import shutil

    shutil.copytree(folder, tmp_path / "pickle")
    (tmp_path / "pickle" / "model.safetensors").rename(tmp_path / "pickle" / "pytorch_model.bin")
    assert open_encoder([str(tmp_path / "pickle")]) is None
