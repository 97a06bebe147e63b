"""The command line: each verb loads the persona file, calls one function of the house and prints what came of it.

Results go to standard output, progress and errors to standard error. An error is one line and an exit code
(see `likeness.errors`); `--debug` shows where it came from.
"""

import sys
from pathlib import Path
from typing import Annotated

import typer

from flows.environment import quiet_libraries
from likeness.errors import LikenessError

app = typer.Typer(
    name="likeness",
    help="Turn a person's public record into a persona model and a voice dataset.",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)

PersonaFile = Annotated[Path, typer.Argument(metavar="FILE", help="The persona file, a TOML.")]
Promote = Annotated[
    bool, typer.Option("--promote", help="Put a new adapter in use if it scores at least as well as what is.")
]
Root = Annotated[str, typer.Option("--data", envvar="LIKENESS_DATA", help="Where workspaces lie: a folder or a URL.")]


@app.command()
def init(
    name: Annotated[str, typer.Argument(help='The person, as in "Grace Hopper".')],
    folder: Annotated[Path, typer.Option(help="Where persona files lie.")] = Path("personas"),
    qid: Annotated[str, typer.Option(help="The person's item on Wikidata, as in Q11641; else it is searched.")] = "",
    contact: Annotated[
        str, typer.Option(envvar="LIKENESS_CONTACT", help="Your mail address or page, for the servers that are asked.")
    ] = "",
    offline: Annotated[bool, typer.Option("--offline", help="Ask nobody; write a file to fill in.")] = False,
) -> None:
    """Write a commented persona file, filled in from Wikidata."""
    if contact and not offline:
        from flows.introduction import introduce
        from likeness.sections import Fetch

        print_line(introduce(name, folder, Fetch(contact=contact), qid))
        return
    from flows.template import write_template

    print_line(f"{write_template(name, folder)}: fill it in, then `likeness check` it")
    if not offline:
        print_line("or let Wikidata fill it in: delete it, and say whom to write to, --contact me@example.org")


@app.command()
def check(persona_file: PersonaFile, root: Root = "data") -> None:
    """Say what is wrong with a persona file, or what a run would work on; spends nothing."""
    from flows.status import summary

    print_line(summary(persona_file, root))


@app.command()
def plan(persona_file: PersonaFile, root: Root = "data") -> None:
    """Say source by source what a run would fetch, and what it may cost; fetches and spends nothing."""
    from flows.status import plan_lines

    print_line("\n".join(plan_lines(persona_file, root)))


@app.command()
def run(persona_file: PersonaFile, promote: Promote = False, root: Root = "data") -> None:
    """The whole pipeline; resumes where it stopped; ends with report.html."""
    from flows.adapters import check_base_model
    from flows.steps import is_done
    from likeness.persona import load_persona
    from likeness.workspace import Workspace

    persona = load_persona(persona_file)
    workspace = Workspace(root, persona.slug)
    if is_done(workspace, persona, promote):
        print_line(f"nothing to do: {workspace.path('report.html')} is up to date")
    else:
        check_base_model(persona)
        print_line(run_flow(persona_file, root, None, promote))
        warn_of_refusals(persona_file, root)
    tell_what_waits(persona_file, root)


def _step(name: str, summary: str) -> None:
    """Add the command of one step."""

    def command(persona_file: PersonaFile, root: Root = "data") -> None:
        run_flow(persona_file, root, [name])
        print_line(f"{name}: done; `likeness status {persona_file}` shows every table")
        warn_of_refusals(persona_file, root)

    app.command(name, help=summary)(command)


_step("collect", "Fetch posts, pages and recordings, and clean the person's own words.")
_step("listen", "Find the person's voice in the recordings; cut utterances and clips.")
_step("rewrite", "Turn facts into first-person exchanges, and words into style exchanges.")
_step("export", "Write the training dataset, the voice dataset, and what servers and other trainers need.")
_step("report", "Write report.html.")


@app.command()
def finetune(persona_file: PersonaFile, root: Root = "data") -> None:
    """Train the adapter: style, then facts; or as [train] curriculum says."""
    from flows.adapters import training_lines

    run_flow(persona_file, root, ["finetune"])
    print_line("\n".join(training_lines(persona_file, root)))
    tell_what_waits(persona_file, root)


@app.command()
def evaluate(persona_file: PersonaFile, promote: Promote = False, root: Root = "data") -> None:
    """Score the base model, both stages and a new adapter that waits; prints the table."""
    from flows.adapters import score_lines

    run_flow(persona_file, root, ["evaluate", "promote"], promote)
    print_line("\n".join(score_lines(persona_file, root)))
    tell_what_waits(persona_file, root)


@app.command()
def promote(
    persona_file: PersonaFile,
    back: Annotated[bool, typer.Option("--back", help="Go back to the adapter that was in use before.")] = False,
    root: Root = "data",
) -> None:
    """Put the new adapter that waits in use, whatever its scores; the one before it is kept."""
    from flows.adapters import change_adapter

    print_line(f"{change_adapter(persona_file, root, back)}: changed; `likeness run {persona_file}` scores it anew")


@app.command()
def base(
    corpus: Annotated[Path, typer.Argument(metavar="CORPUS", help="Talks: JSON or JSON lines, also .gz, or a folder.")],
    out: Annotated[Path, typer.Argument(metavar="OUT", help="The folder of the new model.")],
    base_model: Annotated[str, typer.Option(help="What to train, as base_model in a persona file.")] = "smollm2-135m",
    rows: Annotated[int | None, typer.Option(min=2, help="How many talks to take at most; by the seed.")] = None,
) -> None:
    """Teach a base model to talk, from a general corpus, for as many personas as you like."""
    from flows.adapters import make_base_model

    print_line("\n".join(make_base_model(corpus, out, base_model, rows)))


@app.command()
def status(persona_file: PersonaFile, root: Root = "data") -> None:
    """Show every table: parts, kept and rejected rows, and why."""
    from flows.status import table_lines

    print_line("\n".join(table_lines(persona_file, root)))


@app.command()
def trace(
    row: Annotated[str, typer.Argument(metavar="ROW", help="The id of any row, as in exchange-0123456789abcdef.")],
    persona_file: PersonaFile,
    root: Root = "data",
) -> None:
    """Walk from a row to the words and the URL that it was made from."""
    from flows.status import trace_lines

    print_line("\n".join(trace_lines(row, persona_file, root)))


@app.command()
def chat(
    persona_file: PersonaFile,
    recall: Annotated[
        bool, typer.Option("--recall", help="Look facts up in exports/facts before each answer.")
    ] = False,
    root: Root = "data",
) -> None:
    """Talk to the persona; /quit or Ctrl-D ends it, /new begins anew."""
    from flows.conversation import converse

    converse(persona_file, root, recall)


@app.command()
def merge(persona_file: PersonaFile, root: Root = "data") -> None:
    """Write the base model with the newest adapter in it to exports/merged, as any program loads it."""
    from likeness.persona import load_persona
    from likeness.workspace import Workspace
    from train.merge import merge_adapter

    persona = load_persona(persona_file)
    print_line(str(merge_adapter(Workspace(root, persona.slug), persona)))


@app.command()
def publish(
    persona_file: PersonaFile,
    to: Annotated[str, typer.Option(help="The hub repository, as in org/name.")],
    endpoint: Annotated[str | None, typer.Option(help="Another hub than the default one.")] = None,
    root: Root = "data",
) -> None:
    """Upload the dataset and the adapter with their cards; private unless [rights] publish = true."""
    from likeness.persona import load_persona
    from likeness.workspace import Workspace
    from train import hub

    persona = load_persona(persona_file)
    print_line("\n".join(hub.publish(Workspace(root, persona.slug), persona, to, endpoint)))


voices = typer.Typer(help="Compare voices: which to start from, which checkpoint to keep.", no_args_is_help=True)
app.add_typer(voices, name="voices")
Sounds = Annotated[Path, typer.Argument(metavar="FOLDER", help="A file or a subfolder of sounds for each.")]


@voices.command()
def match(persona_file: PersonaFile, folder: Sounds, root: Root = "data") -> None:
    """Rank base voices by likeness to the person."""
    from flows.voices import match_voices

    print_line("\n".join(match_voices(persona_file, root, folder)))


@voices.command()
def rank(persona_file: PersonaFile, folder: Sounds, root: Root = "data") -> None:
    """Say which checkpoint of a voice to keep."""
    from flows.voices import rank_checkpoints

    print_line("\n".join(rank_checkpoints(persona_file, root, folder)))


@app.command()
def deploy(
    personas: Annotated[Path, typer.Argument(metavar="PATH", help="A persona file, or a folder of them.")],
    cron: Annotated[str, typer.Option(help="When to run, as cron writes it.")] = "0 4 * * *",
    root: Root = "data",
) -> None:
    """Serve a scheduled Prefect deployment for each persona file, until interrupted."""
    from flows.deploy import serve_deployments

    serve_deployments(personas, root, cron)


def tell_what_waits(persona_file: Path, root: str) -> None:
    """Say that a new adapter waits, if one does, and how it compares with the one in use."""
    from flows.adapters import waiting_lines

    for line in waiting_lines(persona_file, root):
        sys.stderr.write(f"likeness: {line}\n")


def run_flow(persona_file: Path, root: str, only: list[str] | None, promotes: bool = False) -> str:
    """Run the flow with Prefect; its server, if none is set, is a local one for the time of the run.

    One of several processes of `accelerate launch` walks the steps without Prefect: they must all do the same.
    """
    from train.processes import are_several

    if are_several():
        from flows.adapters import finetune_plainly

        return finetune_plainly(persona_file, root, only)
    from flows.pipeline import run as pipeline

    return pipeline(str(persona_file), root, only, promotes)


def warn_of_refusals(persona_file: Path, root: str) -> None:
    """Name the sources that could not be fetched this time, a line each."""
    from flows.status import refusal_lines

    for line in refusal_lines(persona_file, root):
        sys.stderr.write(f"likeness: {line}\n")


def print_line(text: str) -> None:
    """Write a result to standard output."""
    sys.stdout.write(f"{text}\n")


def main() -> None:
    """The entry point. `--debug`, anywhere on the line, shows where an error came from."""
    debug = "--debug" in sys.argv
    quiet_libraries()
    try:
        app([argument for argument in sys.argv[1:] if argument != "--debug"])
    except LikenessError as error:
        if debug:
            raise
        sys.stderr.write(f"likeness: {error}\n")
        sys.exit(error.exit_code)
