"""Makes the people of a site that is to be killed: one who writes, two colleagues, and as many with unread news as asked for. Run as a program: HOW_MANY."""

import sys


def main(many: int) -> None:
    """Prints the writer's one-time password, the sign-in names of the colleagues and of the people."""
    import django

    django.setup()
    from seoulution.apps.accounts.models import User
    from seoulution.apps.accounts.roles import Manager, Officer
    from seoulution.apps.accounts.services import ensure_person
    from seoulution.apps.correspondence.services.notices import tell

    _, password = ensure_person("kills-writer", role=Manager)
    colleagues = [ensure_person(f"kills-colleague-{letter}", role=Officer)[0] for letter in "ab"]
    names = [f"kills-reader-{number}" for number in range(many)]
    User.objects.bulk_create(User(username=name, role="officer", email=f"{name}@seoul.example") for name in names)
    for user in User.objects.filter(username__in=names):
        for number in "123":
            tell(
                user,
                kind="task-given",
                key=number,
                about="task",
                about_code="0",
                path="/office/",
                why="task-owner",
                subject=number,
            )
    sys.stdout.write(" ".join((str(password), *(colleague.username for colleague in colleagues), *names)))


if __name__ == "__main__":
    main(int(sys.argv[1]))
