"""One rich document in two languages: every kind of block, twelve scripts, and text that tries to break each format."""

from dataclasses import replace
from datetime import date

from seoulution.engine.dossier.document import (
    Block,
    BulletList,
    Callout,
    Cell,
    Citation,
    Document,
    FactList,
    Figure,
    Layout,
    Paragraph,
    Quotation,
    Section,
    Span,
    Table,
    Tone,
    cell,
    text,
)
from seoulution.engine.vocabulary import Language, Sector

HOSTILE = (
    '#read("/etc/passwd")',
    '#import "@preview/cetz:0.3.0": *',
    "$ x * y ] @cite <label> ```raw``` // comment = heading",
    "</w:t></w:r><w:p> ]]> &amp; <!-- -->",
    "</hp:t><hp:tbl>",
    "<script>alert(1)</script><img src=x onerror=alert(2)>",
    '{ DDEAUTO c:\\\\windows "calc" } INCLUDEPICTURE "https://example.org/x.png"',
    '=HYPERLINK("https://example.org") @SUM(1) +1 -1',
    "\\u{202e} \\input{x} %s {0} {{ 7*7 }} {% raw %}",
)

QUOTATIONS = {
    "ar": "نرجو من مدينة سيول أن تشاركنا خبرتها في خفض فاقد المياه (نحو 46٪) خلال عام 2013.",
    "th": "กรุงเทพมหานครขอเรียนรู้ประสบการณ์ของกรุงโซลในการจัดการระบบขนส่งสาธารณะ",
    "vi": "Thành phố mong muốn được chia sẻ kinh nghiệm giảm thất thoát nước và quản lý đô thị của Seoul.",
    "mn": "Улаанбаатар хот Сөүлийн нийтийн тээврийн бодлогын туршлагаас суралцахыг хүсэж байна.",
    "km": "រាជធានីភ្នំពេញសូមរៀនពីបទពិសោធន៍របស់ទីក្រុងសេអ៊ូល។",
    "my": "ရန်ကုန်မြို့သည် ဆိုးလ်မြို့၏ အတွေ့အကြုံကို လေ့လာလိုပါသည်။",
    "ru": "Просим поделиться опытом Сеула в области электронного правительства.",
    "hi": "कृपया सियोल का अनुभव साझा करें।",
    "zh": "請首爾分享其城市鐵路的經驗。",
    "lo": "ນະຄອນຫຼວງວຽງຈັນຂໍຮຽນຮູ້ປະສົບການຈາກກຸງໂຊລ.",
    "bn": "ঢাকা শহর সিউলের অভিজ্ঞতা জানতে চায়।",
    "pt": "Solicitamos a cooperação técnica em gestão de resíduos sólidos.",
}

SVG = """<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 640 260" font-family="Noto Sans, Noto Sans CJK KR, sans-serif">
<rect width="640" height="260" fill="#f6f8fb"/><g font-size="14" fill="#16202c">
<path d="M60 210H610M60 20V210" stroke="#55606e" fill="none"/>
<polyline points="80,60 200,90 320,140 440,170 560,192" fill="none" stroke="#1d3f73" stroke-width="3"/>
<text x="70" y="240">1999</text><text x="540" y="240">2013</text><text x="70" y="45">유수율 (revenue water) 72.4 %</text></g></svg>"""

CITATIONS = (
    Citation("article", "서울연구원, 해외도시 정책공유 사업의 과제, 2014", "https://example.org/article?id=1&lang=ko"),
    Citation("briefing", "Seoul Metropolitan Government, Briefing on policy sharing, 2014"),
    Citation("plain-http", "A source whose address is not https", "http://example.org/old"),
    Citation("hostile", "]] $evil$ </w:t>", "javascript:alert(1)"),
)


def long_table(ko: bool, rows: int = 40) -> Table:
    head = ("번호", "도시", "사업", "금액 (백만원)", "상태") if ko else ("No.", "City", "Work", "Amount (KRW m)", "State")
    tones = (Tone.GOOD, Tone.WARNING, Tone.BLOCKED, Tone.MISSING, None)
    body = tuple(
        (
            cell(str(number), header=True, align="end"),
            cell(f"{'도시' if ko else 'City'} {number}"),
            cell(
                f"{'상수도 유수율 개선 및 관망 정비 기본계획 수립' if ko else 'Master plan for revenue water and the pipe network'} {number}",
                *(("article",) if number % 7 == 0 else ()),
            ),
            cell(f"{number * 1234:,}", align="end"),
            Cell(text(("완료" if ko else "done") if number % 2 else ("진행" if ko else "running")), tone=tones[number % 5]),
        )
        for number in range(1, rows + 1)
    )
    return Table(
        "해외도시 공유현황" if ko else "Status of sharing",
        (tuple(cell(word, header=True) for word in head), *body),
        (1, 2, 5, 2, 1.6),
    )


def spanned_table(ko: bool) -> Table:
    return Table(
        "병합된 칸" if ko else "Merged cells",
        (
            (
                Cell(text("분야" if ko else "Sector"), header=True, rowspan=2),
                Cell(text("2012–2014" if ko else "2012 to 2014"), header=True, colspan=2, align="centre"),
            ),
            (cell("계획" if ko else "plan", header=True), cell("실적" if ko else "actual", header=True)),
            (
                Cell(text("교통" if ko else "Transport"), header=True, rowspan=2),
                cell("12", align="end"),
                cell("9", "briefing", align="end"),
            ),
            (Cell(text("두 칸을 합친 값" if ko else "two cells in one"), colspan=2),),
        ),
        (3, 2, 2),
        header_rows=2,
    )


def long_text(ko: bool, number: int) -> tuple[Block, ...]:
    sentence = (
        "서울시는 1984년부터 누수 탐지와 노후관 교체, 블록시스템 구축을 함께 추진하여 유수율을 꾸준히 높였다. "
        if ko
        else "Seoul combined leak detection, replacement of old pipes and district metering from 1984 on, and revenue water rose. "
    )
    return tuple(
        Paragraph(
            (
                Span(f"({number}.{part}) " + sentence * 5),
                Span("72.4 %" if part % 2 else "95.1 %", strong=True, cite=("article",)),
            )
        )
        for part in range(3)
    )


def sample(language: Language = Language.KO, *, hostile: bool = True) -> Document:
    """About twelve pages."""
    ko = language is Language.KO
    hostile_blocks = tuple(Paragraph(text(item, "hostile")) for item in HOSTILE) if hostile else ()
    return Document(
        title="메트로 마닐라 상수도 협력 제안서" if ko else "Cooperation dossier: water supply in Metro Manila",
        subtitle="2013년 정책 공유 요청에 대한 검토" if ko else "Reply to the request of 2013",
        language=language,
        facts=FactList(
            (
                ("도시" if ko else "City", text("메트로 마닐라" if ko else "Metro Manila")),
                ("분야" if ko else "Sector", text("상수도" if ko else "Water", "article")),
                ("단계" if ko else "Stage", text("기회발굴" if ko else "Opportunity")),
                ("담당" if ko else "Owner", text("국제교류사업단" if ko else "International cooperation office")),
            )
        ),
        sections=(
            Section(
                "request",
                "도시의 요청" if ko else "What the city asks",
                (
                    Paragraph(
                        (
                            Span("요청의 요지는 " if ko else "In short, the city asks for "),
                            Span("유수율 개선" if ko else "less water lost", strong=True, cite=("article", "briefing")),
                            Span(" 이다. " if ko else ". "),
                            Span("강조한 말" if ko else "Words in italics", emphasis=True),
                            Span(" 그리고 연결: " if ko else " and a link: "),
                            Span("연결된 곳" if ko else "the linked place", link="https://example.org/place"),
                            Span(" · "),
                            Span("못 쓰는 연결" if ko else "an unsafe link", link="javascript:alert(1)"),
                            Span(" · "),
                            Span("مدينة", language="ar"),
                        )
                    ),
                    *(Quotation(words, tag, f"{tag} · 2013") for tag, words in QUOTATIONS.items()),
                ),
            ),
            Section(
                "findings",
                "검토 결과" if ko else "Findings",
                (
                    *(
                        Callout(
                            tone,
                            {"good": "적합", "warning": "주의", "blocked": "불가", "missing": "자료 없음", "neutral": "참고"}[
                                tone
                            ]
                            if ko
                            else tone.value.title(),
                            text(
                                "시청은 영리 목적의 해외사업을 할 법적 근거가 없다."
                                if ko
                                else "City hall has no legal basis for business abroad for profit.",
                                "briefing",
                            ),
                        )
                        for tone in Tone
                    ),
                    BulletList(
                        (
                            text("첫째 조건" if ko else "first condition"),
                            text("둘째 조건" if ko else "second condition", "briefing"),
                        )
                    ),
                    BulletList(
                        (text("먼저 연수" if ko else "training first"), text("다음 컨설팅" if ko else "then advice")),
                        ordered=True,
                    ),
                    FactList(
                        (
                            ("인구" if ko else "People", text("11,855,975", "article")),
                            ("면적" if ko else "Area", text("619.6 km²")),
                        )
                    ),
                    spanned_table(ko),
                ),
                (
                    Section(
                        "findings.past",
                        "서울의 과거" if ko else "Seoul's own past",
                        (
                            Figure(
                                "서울의 유수율" if ko else "Revenue water in Seoul",
                                SVG,
                                "1999년 72.4 %에서 꾸준히 변한 선 그래프" if ko else "A line that falls from 1999 to 2013",
                                ("article",),
                            ),
                            *long_text(ko, 1),
                        ),
                        (Section("findings.past.law", "법적 경로" if ko else "Legal route", long_text(ko, 2)),),
                    ),
                ),
            ),
            Section("status", "공유현황" if ko else "Status", (long_table(ko), long_table(ko, 30))),
            *(
                Section(
                    f"part-{number}",
                    f"{'세부 내용' if ko else 'Detail'} {number}",
                    long_text(ko, number) + long_text(ko, number + 10),
                )
                for number in range(3, 8)
            ),
            Section(
                "hostile", "특수 문자 <b> & ' \" #" if ko else "Hostile <b> & ' \" #", hostile_blocks or (Paragraph(text("–")),)
            ),
        ),
        citations=CITATIONS,
        built="2026-11-22, 자료 해시 3f9a" if ko else "22 November 2026, inputs 3f9a",
        identifier="SEOUL-2026-0042",
        dated=date(2026, 11, 22),
    )


def designed(layout: Layout, language: Language = Language.KO) -> Document:
    """The same as a brochure or leaflet: with who speaks, a sector's colour and figures to be set large."""
    document = sample(language)
    figures = FactList(
        (("유수율, 2013년", (Span("94.4 %", strong=True, cite=("article",)),)), ("B", (Span("7", strong=True),)))
    )
    first, *others = document.sections
    beside = Section("beside", "A & B", (figures,), (replace(first, key="left", blocks=first.blocks[:1]), *_parts()))
    changed = {"layout": layout, "publisher": "서울특별시 <정책공유>", "sector": Sector.WATER, "facts": figures}
    return replace(document, sections=(beside, first, *others), **changed)


def _parts() -> tuple[Section, ...]:
    listed = BulletList((text("one"), text("two", "briefing")), ordered=True)
    facts = FactList((("Owner", text("Office of Waterworks")), ("Address", text("https://example.org/a/b/c/d/e/f/g/h"))))
    return (
        Section("middle", "Middle", (listed,)),
        Section("right", "Right", (Callout(Tone.GOOD, "Good", text("it is")), facts)),
    )


def words_of(document: Document) -> list[str]:
    """Every run of text that a reader must find in the file."""
    found = [document.title, document.subtitle, document.built, document.identifier, document.publisher]
    found += [citation.text for citation in document.citations]
    found += [citation.address for citation in document.citations if citation.address]
    found += _words(document.facts, *document.sections)
    return [word for word in found if word.strip()]


def _words(*parts: object) -> list[str]:
    found: list[str] = []
    for part in parts:
        match part:
            case Span():
                found.append(part.text)
            case Section(title=title, blocks=blocks, sections=sections):
                found += [title, *_words(*blocks, *sections)]
            case Paragraph(spans):
                found += _words(*spans)
            case BulletList(items=items):
                found += [word for item in items for word in _words(*item)]
            case Callout(label=label, spans=spans):
                found += [label, *_words(*spans)]
            case Quotation(words, _, attribution):
                found += [words, attribution]
            case FactList(facts):
                for label, spans in facts:
                    found += [label, *_words(*spans)]
            case Figure(caption=caption):
                found.append(caption)
            case Table(caption=caption, rows=rows):
                found += [caption, *(word for row in rows for item in row for word in _words(*item.spans))]
    return found
