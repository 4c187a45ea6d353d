"""The slim Word parts that the committed templates are put together from: styles, page, paragraphs, tables, package."""

from pathlib import Path
from xml.sax.saxutils import escape
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
WORD_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
PORTRAIT, LANDSCAPE = (11906, 16838), (16838, 11906)
LEFT, RIGHT, TOP, BOTTOM = 1701, 851, 1134, 1134
"""Margins in twentieths of a point: 30, 15, 20 and 20 mm."""
LANGUAGE = {"ky": "ky-KG", "ru": "ru-RU"}

Styles = dict[str, tuple[str, str, str, str]]
"""Of each id: Kyrgyz name, Russian name, paragraph properties, character properties."""

STYLES: Styles = {
    "Head": ("Мекеме", "Организация", '<w:keepNext/><w:suppressAutoHyphens/><w:jc w:val="center"/>', ""),
    "Title": (
        "Title",
        "Title",
        '<w:keepNext/><w:spacing w:before="280"/><w:jc w:val="center"/>',
        '<w:b/><w:spacing w:val="20"/>',
    ),
    "Subtitle": ("Subtitle", "Subtitle", '<w:keepNext/><w:jc w:val="center"/>', ""),
    "DateLine": (
        "Күнү жана орду",
        "Дата и место",
        '<w:tabs><w:tab w:val="right" w:pos="{width}"/></w:tabs><w:spacing w:before="280" w:after="100"/>'
        '<w:jc w:val="left"/>',
        "",
    ),
    "Requisite": ("Реквизит", "Реквизит", '<w:spacing w:before="60"/>', ""),
    "Heading1": (
        "heading 1",
        "heading 1",
        '<w:keepNext/><w:spacing w:before="280" w:after="60"/><w:jc w:val="left"/><w:outlineLvl w:val="0"/>',
        "<w:b/>",
    ),
    "Agenda": ("Маселе", "Вопрос повестки", '<w:spacing w:after="60"/>', ""),
    "Item": ("Угулду", "Слушали", '<w:spacing w:before="280"/>', ""),
    "FirstItem": (
        "Биринчи маселе",
        "Первый вопрос",
        '<w:pBdr><w:top w:val="single" w:sz="6" w:space="12" w:color="auto"/></w:pBdr><w:spacing w:before="360"/>',
        "",
    ),
    "Heading2": (
        "heading 2",
        "heading 2",
        '<w:keepNext/><w:spacing w:before="120" w:after="20"/><w:jc w:val="left"/><w:outlineLvl w:val="1"/>',
        "<w:b/>",
    ),
    "Line": ("Сөз", "Выступление", '<w:spacing w:after="40"/><w:ind w:firstLine="709"/>', ""),
    "Decision": ("Чечим", "Решение", '<w:spacing w:after="60"/><w:ind w:firstLine="709"/>', ""),
    "Vote": ("Добуш берүү", "Голосование", '<w:keepNext/><w:keepLines/><w:spacing w:before="60"/>', ""),
    "Signature": (
        "Кол тамга",
        "Подпись",
        '<w:keepNext/><w:keepLines/><w:tabs><w:tab w:val="left" w:pos="2552"/></w:tabs><w:spacing w:before="400"/>'
        '<w:jc w:val="left"/>',
        "",
    ),
    "CertifiedOn": (
        "Күбөлөндүрүү күнү",
        "Дата заверения",
        '<w:keepLines/><w:spacing w:before="240"/><w:jc w:val="left"/>',
        "",
    ),
    "Invitation": ("Чакыруу", "Приглашение", '<w:spacing w:before="280" w:after="200"/><w:ind w:firstLine="709"/>', ""),
    "TableHead": (
        "Таблица башы",
        "Шапка таблицы",
        '<w:keepNext/><w:jc w:val="center"/>',
        '<w:b/><w:sz w:val="{cell_head}"/>',
    ),
    "TableText": ("Таблица тексти", "Текст таблицы", '<w:jc w:val="left"/>', '<w:sz w:val="{cell}"/>'),
    "Header": (
        "header",
        "header",
        '<w:jc w:val="right"/>',
        '<w:b/><w:color w:val="595959"/><w:spacing w:val="60"/><w:sz w:val="20"/>',
    ),
    "Footer": ("footer", "footer", '<w:jc w:val="center"/>', '<w:color w:val="595959"/><w:sz w:val="20"/>'),
}


def paragraph(style: str, text: str) -> str:
    """Make one paragraph; `**` begins and ends bold, a tab character is a tab."""
    runs = "".join(_run(piece, bold=bool(number % 2)) for number, piece in enumerate(text.split("**")) if piece)
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>{runs}</w:p>'


def tag(text: str) -> str:
    """Make a paragraph that vanishes when filled: it holds a «{%p …%}»."""
    return f"<w:p>{_run(text, bold=False)}</w:p>"


def table(columns: list[tuple[str, int, str]], rows: str, *, split: bool) -> str:
    """Make a table with a repeated head; a column is (heading, width, what a row prints), `rows` names the list.

    `split` lets a long row go on over the page.
    """
    return _table(columns, _repeat("row", rows, columns, _row(columns, split=split)))


def sectioned_table(columns: list[tuple[str, int, str]], sections: str, span: str = "", sums: str = "") -> str:
    """Make such a table of sections, each {"title", "lines"} with a row for the title over the whole width.

    `span` names the number of columns where some are not printed, `sums` a list of rows in bold below all sections.
    """
    width = sum(width for _, width, _ in columns)
    over = f"{{% colspan {span} %}}" if span else ""
    title = _cell(width, paragraph("TableSection", f"{over}{{{{ section.title }}}}"), span=len(columns))
    above = f"<w:tr><w:trPr><w:cantSplit/></w:trPr>{title}</w:tr>"
    lines = _repeat("row", "section.lines", columns, _row(columns, split=False))
    made = _repeat("section", sections, columns, above + lines)
    bold = [(head, width, f"**{field}**" if field.startswith("{{") else field) for head, width, field in columns]
    return _table(columns, made + (_repeat("row", sums, columns, _row(bold, split=False)) if sums else ""))


def side_by_side(*cells: tuple[int, str]) -> str:
    """Make a row of (width, paragraphs) without borders."""
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width, _ in cells)
    made = "".join(_cell(width, content) for width, content in cells)
    return (
        f'<w:tbl><w:tblPr><w:tblW w:w="{sum(width for width, _ in cells)}" w:type="dxa"/><w:tblLayout w:type="fixed"/>'
        f"</w:tblPr><w:tblGrid>{grid}</w:tblGrid><w:tr><w:trPr><w:cantSplit/></w:trPr>{made}</w:tr></w:tbl>"
    )


def form(widths: tuple[int, int], rows: list[tuple[str, str]]) -> str:
    """Make a bordered form without a head to be repeated: in each row what is asked and what is printed."""
    made = "".join(
        f"<w:tr><w:trPr><w:cantSplit/></w:trPr>{_cell(widths[0], paragraph('TableText', asked))}"
        f"{_cell(widths[1], paragraph('TableText', printed))}</w:tr>"
        for asked, printed in rows
    )
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    sides = ("top", "left", "bottom", "right", "insideH", "insideV")
    borders = "".join(f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="auto"/>' for side in sides)
    return (
        f'<w:tbl><w:tblPr><w:tblW w:w="{sum(widths)}" w:type="dxa"/><w:tblBorders>{borders}</w:tblBorders>'
        f'<w:tblLayout w:type="fixed"/><w:tblCellMar><w:top w:w="40" w:type="dxa"/><w:left w:w="85" w:type="dxa"/>'
        f'<w:bottom w:w="40" w:type="dxa"/><w:right w:w="85" w:type="dxa"/></w:tblCellMar></w:tblPr>'
        f"<w:tblGrid>{grid}</w:tblGrid>{made}</w:tbl>"
    )


def _table(columns: list[tuple[str, int, str]], rows: str) -> str:
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for _, width, _ in columns)
    heads = "".join(_cell(width, paragraph("TableHead", head)) for head, width, _ in columns)
    return (
        '<w:tbl><w:tblPr><w:tblStyle w:val="TableGrid"/><w:tblW w:w="'
        f'{sum(width for _, width, _ in columns)}" w:type="dxa"/><w:tblLayout w:type="fixed"/></w:tblPr>'
        f"<w:tblGrid>{grid}</w:tblGrid>"
        f"<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>{heads}</w:tr>{rows}</w:tbl>"
    )


def _row(columns: list[tuple[str, int, str]], *, split: bool) -> str:
    cells = "".join(_cell(width, paragraph("TableText", field)) for _, width, field in columns)
    return f"<w:tr>{'' if split else '<w:trPr><w:cantSplit/></w:trPr>'}{cells}</w:tr>"


def _repeat(name: str, values: str, columns: list[tuple[str, int, str]], rows: str) -> str:
    begin, end = f"{{%tr for {name} in {values} %}}", "{%tr endfor %}"
    return _tag_row(begin, columns) + rows + _tag_row(end, columns)


def write_template(
    path: Path, body: str, paper: str, mark: str, *, landscape: bool = False, cell: int = 24, styles: Styles = STYLES
) -> None:
    """Put a template together; `mark` is the header's text, `cell` the size of table text in half-points."""
    width, height = LANDSCAPE if landscape else PORTRAIT
    orient = ' w:orient="landscape"' if landscape else ""
    section = (
        '<w:sectPr><w:headerReference w:type="default" r:id="rId3"/><w:footerReference w:type="default" r:id="rId4"/>'
        f'<w:pgSz w:w="{width}" w:h="{height}"{orient}/><w:pgMar w:top="{TOP}" w:right="{RIGHT}" w:bottom="{BOTTOM}"'
        f' w:left="{LEFT}" w:header="567" w:footer="567" w:gutter="0"/></w:sectPr>'
    )
    parts = {
        "[Content_Types].xml": _content_types(),
        "_rels/.rels": _relations({"officeDocument": "word/document.xml"}, core="docProps/core.xml"),
        "docProps/core.xml": _core(paper),
        "word/document.xml": f'<w:document xmlns:w="{W}" xmlns:r="{R}"><w:body>{body}{section}</w:body></w:document>',
        "word/styles.xml": _styles(styles, paper, width - LEFT - RIGHT, cell),
        "word/settings.xml": _settings(),
        "word/header1.xml": f'<w:hdr xmlns:w="{W}">{paragraph("Header", mark)}</w:hdr>',
        "word/footer1.xml": f'<w:ftr xmlns:w="{W}">{_page_numbers()}</w:ftr>',
        "word/_rels/document.xml.rels": _relations(
            {"styles": "styles.xml", "settings": "settings.xml", "header": "header1.xml", "footer": "footer1.xml"}
        ),
    }
    path.parent.mkdir(parents=True, exist_ok=True)
    with ZipFile(path, "w") as package:
        for name, xml in parts.items():
            entry = ZipInfo(name, (2026, 1, 1, 0, 0, 0))
            entry.compress_type = ZIP_DEFLATED
            package.writestr(entry, DECLARATION + xml)


def _run(text: str, bold: bool) -> str:
    properties = "<w:rPr><w:b/></w:rPr>" if bold else ""
    pieces = (f'<w:t xml:space="preserve">{escape(piece)}</w:t>' if piece else "" for piece in text.split("\t"))
    return f"<w:r>{properties}{'<w:tab/>'.join(pieces)}</w:r>"


def _cell(width: int, content: str, span: int = 1) -> str:
    over = f'<w:gridSpan w:val="{span}"/>' if span > 1 else ""
    return f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{over}</w:tcPr>{content}</w:tc>'


def _tag_row(text: str, columns: list[tuple[str, int, str]]) -> str:
    width = sum(width for _, width, _ in columns)
    return f"<w:tr>{_cell(width, tag(text), len(columns))}</w:tr>"


def _page_numbers() -> str:
    field = '<w:fldSimple w:instr=" {} "><w:r><w:t>1</w:t></w:r></w:fldSimple>'
    runs = field.format("PAGE") + _run(" / ", bold=False) + field.format("NUMPAGES")
    return f'<w:p><w:pPr><w:pStyle w:val="Footer"/></w:pPr>{runs}</w:p>'


def _styles(styles: Styles, paper: str, width: int, cell: int) -> str:
    language = LANGUAGE[paper]
    font = (
        '<w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:eastAsia="Times New Roman" '
        'w:cs="Times New Roman"/>'
    )
    made = "".join(_style(key, styles[key], paper, width, cell) for key in styles)
    line = '<w:{0} w:val="single" w:sz="4" w:space="0" w:color="auto"/>'
    borders = "".join(line.format(side) for side in ("top", "left", "bottom", "right", "insideH", "insideV"))
    return (
        f'<w:styles xmlns:w="{W}"><w:docDefaults><w:rPrDefault><w:rPr>{font}<w:sz w:val="28"/><w:szCs w:val="28"/>'
        f'<w:lang w:val="{language}" w:eastAsia="{language}" w:bidi="ar-SA"/></w:rPr></w:rPrDefault><w:pPrDefault/>'
        '</w:docDefaults><w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/>'
        '<w:qFormat/><w:pPr><w:widowControl/><w:spacing w:before="0" w:after="0" w:line="254" w:lineRule="auto"/>'
        '<w:jc w:val="both"/></w:pPr></w:style>'
        '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:uiPriority '
        'w:val="99"/><w:semiHidden/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/></w:tblPr></w:style>'
        '<w:style w:type="table" w:styleId="TableGrid"><w:name w:val="Table Grid"/><w:basedOn w:val="TableNormal"/>'
        f"<w:tblPr><w:tblBorders>{borders}</w:tblBorders>"
        '<w:tblCellMar><w:top w:w="40" w:type="dxa"/><w:left w:w="85" w:type="dxa"/><w:bottom w:w="40" w:type="dxa"/>'
        f'<w:right w:w="85" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>{made}</w:styles>'
    )


def _style(key: str, style: tuple[str, str, str, str], paper: str, width: int, cell: int) -> str:
    kyrgyz, russian, paragraph_properties, properties = style
    custom = "" if kyrgyz.isascii() else ' w:customStyle="1"'
    name = russian if paper == "ru" else kyrgyz
    measured = properties.format(cell=cell, cell_head=cell - 2)
    return (
        f'<w:style w:type="paragraph"{custom} w:styleId="{key}"><w:name w:val="{name}"/><w:basedOn w:val="Normal"/>'
        f"<w:qFormat/><w:pPr>{paragraph_properties.format(width=width)}</w:pPr><w:rPr>{measured}</w:rPr></w:style>"
    )


def _settings() -> str:
    return (
        f'<w:settings xmlns:w="{W}"><w:defaultTabStop w:val="709"/><w:characterSpacingControl w:val="doNotCompress"/>'
        '<w:compat><w:doNotExpandShiftReturn/><w:compatSetting w:name="compatibilityMode"'
        ' w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat></w:settings>'
    )


def _core(paper: str) -> str:
    return (
        f'<cp:coreProperties xmlns:cp="{PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/">'
        f"<dc:title></dc:title><dc:creator>Birikme</dc:creator><dc:language>{LANGUAGE[paper]}</dc:language>"
        "</cp:coreProperties>"
    )


def _relations(parts: dict[str, str], core: str = "") -> str:
    lines = [f'<Relationship Id="rId{n}" Type="{R}/{k}" Target="{v}"/>' for n, (k, v) in enumerate(parts.items(), 1)]
    if core:
        kind = f"{PACKAGE}/relationships/metadata/core-properties"
        lines.append(f'<Relationship Id="rId{len(lines) + 1}" Type="{kind}" Target="{core}"/>')
    return f'<Relationships xmlns="{PACKAGE}/relationships">{"".join(lines)}</Relationships>'


def _content_types() -> str:
    kinds = {"document": "document.main", "header1": "header", "footer1": "footer"}
    kinds |= {name: name for name in ("styles", "settings")}
    parts = "".join(
        f'<Override PartName="/word/{name}.xml" ContentType="{WORD_TYPE}.{kind}+xml"/>' for name, kind in kinds.items()
    )
    core = "application/vnd.openxmlformats-package.core-properties+xml"
    return (
        f'<Types xmlns="{PACKAGE}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{parts}'
        f'<Override PartName="/docProps/core.xml" ContentType="{core}"/></Types>'
    )
