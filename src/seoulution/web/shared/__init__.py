"""What all pages share: layout, components, wording of codes and findings, protective headers."""
