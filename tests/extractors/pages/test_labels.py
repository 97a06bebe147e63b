import pytest

from extractors.pages.labels import definite, honour, honoured, indefinite, joined, role

NAMES = [
    ("United States", "the United States"),
    ("Soviet Union", "the Soviet Union"),
    ("Austria-Hungary", "Austria-Hungary"),
    ("Kingdom of Prussia", "the Kingdom of Prussia"),
    ("Russian Empire", "the Russian Empire"),
    ("The Hague", "The Hague"),
    ("France", "France"),
    ("Vassar College", "Vassar College"),
    ("Harvard University", "Harvard University"),
    ("University of Chicago", "the University of Chicago"),
    ("London School of Economics", "the London School of Economics"),
    ("Massachusetts Institute of Technology", "the Massachusetts Institute of Technology"),
    ("Trinity College", "Trinity College"),
    ("Phillips Academy", "Phillips Academy"),
    ("French Academy of Sciences", "the French Academy of Sciences"),
    ("Royal Society", "the Royal Society"),
    ("Democratic Party", "the Democratic Party"),
    ("United States Navy", "the United States Navy"),
    ("Google", "Google"),
    ("Norway national football team", "the Norway national football team"),
    ("2014 FIFA World Cup", "the FIFA World Cup of 2014"),
    ("BBC", "the BBC"),
    ("NASA", "NASA"),
    ("Central Intelligence Agency", "the Central Intelligence Agency"),
    ("The New York Times", "The New York Times"),
    ("World War II", "World War II"),
    ("American Civil War", "the American Civil War"),
    ("Battle of Waterloo", "the Battle of Waterloo"),
    ("1936 Summer Olympics", "the Summer Olympics of 1936"),
    ("1984", "1984"),
]

KINDS = [
    ("computer scientist", "a computer scientist"),
    ("engineer", "an engineer"),
    ("university teacher", "a university teacher"),
    ("urologist", "a urologist"),
    ("urban planner", "an urban planner"),
    ("undertaker", "an undertaker"),
    ("European politician", "a European politician"),
    ("one-man band", "a one-man band"),
    ("honorary consul", "an honorary consul"),
    ("heir", "an heir"),
    ("historian", "a historian"),
    ("horse trainer", "a horse trainer"),
    ("MP", "an MP"),
    ("US senator", "a US senator"),
    ("lawyer", "a lawyer"),
    ("FBI agent", "an FBI agent"),
    ("Officer of the Order of Canada", "an Officer of the Order of Canada"),
]

HONOURS = [
    ("Nobel Prize in Physics", "received the Nobel Prize in Physics"),
    ("Legion of Merit", "received the Legion of Merit"),
    ("The Asian Awards", "received The Asian Awards"),
    ("Rhodes Scholarship", "received a Rhodes Scholarship"),
    ("Guggenheim Fellowship", "received a Guggenheim Fellowship"),
    ("honorary doctor of Yale University", "received an honorary doctorate of Yale University"),
    (
        "Doctor honoris causa from the University of Zagreb",
        "received an honorary doctorate from the University of Zagreb",
    ),
    ("National Women's Hall of Fame", "was inducted into the National Women's Hall of Fame"),
    ("Foreign Associate of the Academy", "was made a Foreign Associate of the Academy"),
    ("Righteous Among the Nations", "was made Righteous Among the Nations"),
    ("Nobel Peace Prize", "received the Nobel Peace Prize"),
    ("star on Hollywood Walk of Fame", "received a star on Hollywood Walk of Fame"),
    ("Fellow of the Royal Society", "was made a Fellow of the Royal Society"),
    ("ACM Fellow", "was made an ACM Fellow"),
    ("Knight Bachelor", "was made Knight Bachelor"),
    ("Officer of the Order of Canada", "was made an Officer of the Order of Canada"),
    ("honorary citizen of Berlin", "was made an honorary citizen of Berlin"),
    ("Time Person of the Year", "was named Time Person of the Year"),
]


@pytest.mark.parametrize(("label", "said"), NAMES)
def test_proper_names_have_the_article_that_they_need(label: str, said: str) -> None:
    assert definite(label) == said


@pytest.mark.parametrize(("label", "said"), KINDS)
def test_a_or_an(label: str, said: str) -> None:
    assert indefinite(label) == said


@pytest.mark.parametrize(("label", "said"), HONOURS)
def test_honours(label: str, said: str) -> None:
    assert honoured(label) == said


def test_an_honour_is_also_an_object() -> None:
    assert honour("Grammy Award for Best Album") == "the Grammy Award for Best Album"


def test_roles() -> None:
    assert role("President of France") == "President of France"
    assert role("member of parliament") == "a member of parliament"


@pytest.mark.parametrize(
    ("labels", "said"), [(["French"], "French"), (["a", "b"], "a and b"), (["a", "b", "c"], "a, b and c")]
)
def test_joined(labels: list[str], said: str) -> None:
    assert joined(labels) == said
