"""The association's folder in words: its papers, how they stand, what they consist of."""

from templates_docx.documents import DOCUMENTS
from templates_docx.folder import Standing
from tui import texts
from tui.texts import N_, _

BRIEF = {
    "ready": N_("ready"),
    "nothing": N_("nothing yet"),
    "later": N_("not kept yet"),
    "own": N_("a file is needed"),
    "off": N_("switched off"),
}
SHOWN = 3
"""Files that are named; of the others only how many."""


def title(of: Standing) -> str:
    """The paper's name in the language of the screen."""
    return of.paper.title(texts.language())


def state(of: Standing) -> str:
    """How it stands, in a word or two."""
    return _(BRIEF[of.state])


def whole(of: Standing) -> str:
    """What the paper consists of, or what it lacks."""
    names = [*(piece.name for piece in of.pieces), *(path.name for path in of.own)]
    if names:
        more = len(names) - SHOWN
        listed = names[:SHOWN] + ([_("{count} more").format(count=more)] if more > 0 else [])
        return f"{of.paper.number}. {title(of)}\n" + "; ".join(listed)
    return f"{of.paper.number}. {title(of)}\n" + _missing(of)


def _missing(of: Standing) -> str:
    if of.state == "own":
        return _("The program does not make this paper. If you have it as a file, put it in with F7.")
    if of.state == "later":
        return _("This is not kept here yet. If you have it as a file, put it in with F7.")
    if of.state == "off":
        return _("The school does not keep this; it can be switched on again in the settings.")
    made = ", ".join(DOCUMENTS[each].title(texts.language()) for each in of.paper.made)
    return _("There is nothing for it in the records of this year yet: {documents}.").format(documents=made)
