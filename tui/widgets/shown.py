"""The one widget that shows text: what people typed is shown as typed and never read as markup."""

from textual.content import Content
from textual.widgets import Static


class Shown(Static):
    """Text on the screen, letter for letter: «[/]» and «[@click=app.quit]» are only letters."""

    def __init__(self, text: str | Content = "", *, id: str | None = None, classes: str | None = None) -> None:
        super().__init__(text, markup=False, id=id, classes=classes)

    def show(self, text: str | Content) -> None:
        """Show another text."""
        self.update(text)
