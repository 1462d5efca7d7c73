from collections.abc import Callable

from django.core.paginator import Paginator

from seoulution.web.shared.component_values import Link

Render = Callable[..., str]


def test_a_button_that_cannot_be_pressed_says_why(render: Render) -> None:
    shown = render('{% button label="Begin" reason="No fund is named." %}')
    assert 'aria-disabled="true"' in shown and "No fund is named." in shown


def test_a_button_with_an_address_is_a_link(render: Render) -> None:
    assert render('{% button label="Open" href="/x/" %}').startswith('<a class="button" href="/x/">')


def test_pages_of_a_list_keep_the_filters_in_the_address(render: Render) -> None:
    page = Paginator(range(100), 10).page(2)
    shown = render("{% pagination page %}", page=page, path="/cities/?sector=water&page=2")
    assert "/cities/?sector=water&amp;page=3" in shown
    assert 'aria-current="page">2<' in shown


def test_a_filter_is_removed_alone_and_leads_to_the_first_page(render: Render) -> None:
    shown = render(
        "{% active_filters f %}",
        f=[("sector", "water", "Water"), ("sector", "waste", "Waste")],
        path="/c/?sector=water&sector=waste&page=3",
    )
    assert 'href="/c/?sector=waste"' in shown and 'href="/c/?sector=water"' in shown


def test_the_current_view_is_marked_for_everyone(render: Render) -> None:
    shown = render("{% tabs views %}", views=[Link("List", "/l/", True, 3), Link("Map", "/m/")])
    assert shown.count('aria-current="page"') == 1


def test_a_link_to_copy_is_a_whole_address(render: Render) -> None:
    assert 'href="http://testserver/cities/#row-3"' in render('{% copy_link href="#row-3" %}')
