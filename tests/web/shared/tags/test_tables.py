from collections.abc import Callable

Render = Callable[..., str]
HEAD = '{% column label="Population" sort="population" number=True %}'


def test_a_column_is_sorted_upwards_then_downwards(render: Render) -> None:
    assert "?sort=population" in render(HEAD)
    upwards = render(HEAD, path="/cities/?sort=population")
    assert 'aria-sort="ascending"' in upwards and "?sort=-population" in upwards
    assert 'aria-sort="descending"' in render(HEAD, path="/cities/?sort=-population")


def test_sorting_keeps_filters_and_goes_to_the_first_page(render: Render) -> None:
    assert 'href="/cities/?sector=water&amp;sort=population"' in render(HEAD, path="/cities/?sector=water&page=4")


def test_a_table_has_a_caption_and_can_be_scrolled_by_keyboard(render: Render) -> None:
    shown = render('{% datatable caption="Ties" %}<tbody></tbody>{% enddatatable %}')
    assert "<caption>Ties</caption>" in shown and 'tabindex="0"' in shown and 'aria-label="Ties"' in shown
