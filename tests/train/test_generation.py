from likeness.sections import Train
from train.generation import generate, open_model


def test_the_head_gets_its_words_in_one_piece(tiny_base):
    """It once got a slice, and torch copied its weights for every conversation of the batch."""
    model, tokenizer = open_model(Train(base_model=str(tiny_base)), None)
    seen: list[bool] = []
    model.get_output_embeddings().register_forward_hook(
        lambda _head, words, _out: seen.append(words[0].is_contiguous())
    )
    generate(model, tokenizer, [[{"role": "user", "content": text}] for text in ("One?", "Two and more?")])
    assert seen
    assert all(seen)
