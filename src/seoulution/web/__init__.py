"""Who sees it: pages by audience. They read models, call services, and never write."""
