"""Fill a Word template with plain values. Slow libraries are loaded here, so nothing imports this before F5."""

from io import BytesIO
from pathlib import Path
from typing import Any

from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docxtpl import DocxTemplate
from jinja2 import TemplateError
from lxml.etree import LxmlError, XMLParser, fromstring

from db.errors import Refused
from db.rules.text import plain
from templates_docx.charts import Placing
from templates_docx.grids import fit
from templates_docx.package import CONTENT_TYPE, MARKS, RELATION, content_digest, marks_part, read_parts
from templates_docx.sandbox import PaperEnvironment, UnknownField, fields, nearest_field


class _Filling(DocxTemplate):  # type: ignore[misc]
    """docxtpl without what we do not want: repairing broken XML in silence, filling document properties."""

    def fix_tables(self, xml: str) -> Any:
        tree = fromstring(xml, XMLParser(resolve_entities=False))
        fit(tree)
        return tree

    def render_properties(self, context: dict[str, Any], jinja_env: Any = None) -> None:
        """Leave the properties alone: user text in them would be read as a template."""


def render(template: Path, values: dict[str, Any], *, title: str = "", final: bool = False) -> bytes:
    """Fill a template and return the Word file's bytes; nothing is written.

    `title` becomes the document's title property, `final` marks a paper that must never be overwritten.
    Raises Refused: file_broken, file_unsafe (name), template_broken (name, reason), template_forbidden (name),
    template_unknown_field (name, nearest, known), template_too_long. Raises TypeError when a value is not plain.
    """
    placing = Placing()
    clean = placing.marked(plain_values(values))
    filling = _Filling(BytesIO(_bytes(template)))
    try:
        filling.render(clean, PaperEnvironment())
    except UnknownField as unknown:
        name, known = str(unknown), tuple(sorted(fields(clean)))
        raise Refused("template_unknown_field", name=name, nearest=nearest_field(name, known), known=known) from None
    except (TemplateError, LxmlError, TypeError, ValueError, KeyError) as broken:
        raise Refused("template_broken", name=template.name, reason=str(broken)) from broken
    if placing.charts:
        from templates_docx.chart_parts import place  # a third of a second that papers without charts need not wait

        place(filling.docx, placing)
    return _packed(filling, plain(title, multiline=False), final)


def plain_values(value: Any) -> Any:
    """Copy the values, text through the one gate; TypeError for anything but dicts, lists, strings, numbers, None."""
    if isinstance(value, str):
        return plain(value)
    if type(value) is dict:
        return {str(key): plain_values(inner) for key, inner in value.items()}
    if type(value) in (list, tuple):
        return [plain_values(inner) for inner in value]
    if value is None or type(value) in (int, bool):
        return "" if value is None else value
    raise TypeError(f"a paper prints plain values only, not {type(value).__name__}")


def _bytes(template: Path) -> bytes:
    """Read a template that is a safe Word file."""
    try:
        data = template.read_bytes()
    except OSError as missing:
        raise Refused("file_broken", name=template.name) from missing
    if "word/document.xml" not in read_parts(data, template.name):
        raise Refused("file_broken", name=template.name)
    return data


def _keep_signatures_company(body: Any) -> None:
    """Keep the last row of a table, and one line under it, with the signature below: alone on a page it signs nothing.

    Which row is the last one is known only when the table is filled.
    """
    for signature in body.iterchildren(qn("w:p")):
        above = signature.getprevious()
        if signature.style != "Signature" or above is None:
            continue
        note = above if above.tag == qn("w:p") else None
        table = above if note is None else above.getprevious()
        if table is None or table.tag != qn("w:tbl"):
            continue
        *_rows, last = table.iterchildren(qn("w:tr"))
        for each in (*last.iter(qn("w:p")), *([] if note is None else [note])):
            properties = each.get_or_add_pPr()
            if properties.find(qn("w:keepNext")) is None:
                properties._insert_keepNext(OxmlElement("w:keepNext"))


def _packed(filling: _Filling, title: str, final: bool) -> bytes:
    """Add the marks to the filled document and return the file."""
    document = filling.docx
    _keep_signatures_company(document.element.body)
    document.core_properties.title = title[:255]
    package = document.part.package
    for key in [key for key, relation in package.rels.items() if relation.reltype == RELATION]:
        del package.rels[key]
    parts = {part.partname.lstrip("/"): part.blob for part in package.iter_parts()}
    marks = marks_part(content_digest(parts), final=final)
    package.relate_to(Part(PackURI(f"/{MARKS}"), CONTENT_TYPE, marks, package), RELATION)
    packed = BytesIO()
    document.save(packed)
    return packed.getvalue()
