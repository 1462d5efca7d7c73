"""The few fixed words every document needs (contents, sources, page), in each language a city is answered in."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from seoulution.engine.vocabulary import Language


@dataclass(frozen=True, slots=True)
class Words:
    contents: str
    sources: str
    table: str
    figure: str
    identifier: str
    built: str
    to_source: str


WORDS: Final[Mapping[Language, Words]] = {
    Language.KO: Words("차례", "출처", "표", "그림", "문서 번호", "작성 기준", "출처로 이동"),
    Language.EN: Words("Contents", "Sources", "Table", "Figure", "Document", "Built", "Go to source"),
    Language.VI: Words("Mục lục", "Nguồn", "Bảng", "Hình", "Số tài liệu", "Lập từ", "Đến nguồn"),
    Language.ID: Words("Daftar isi", "Sumber", "Tabel", "Gambar", "Dokumen", "Disusun", "Ke sumber"),
    Language.ES: Words("Índice", "Fuentes", "Tabla", "Figura", "Documento", "Elaborado", "Ir a la fuente"),
    Language.FR: Words("Sommaire", "Sources", "Tableau", "Figure", "Document", "Établi", "Aller à la source"),
    Language.PT: Words("Índice", "Fontes", "Tabela", "Figura", "Documento", "Elaborado", "Ir para a fonte"),
    Language.RU: Words("Содержание", "Источники", "Таблица", "Рисунок", "Документ", "Составлено", "К источнику"),
    Language.MN: Words("Агуулга", "Эх сурвалж", "Хүснэгт", "Зураг", "Баримт бичиг", "Боловсруулсан", "Эх сурвалж руу"),
    Language.TH: Words("สารบัญ", "แหล่งที่มา", "ตาราง", "รูป", "เลขที่เอกสาร", "จัดทำ", "ไปยังแหล่งที่มา"),
    Language.AR: Words("المحتويات", "المصادر", "جدول", "شكل", "رقم الوثيقة", "أُعدّت", "إلى المصدر"),
}
