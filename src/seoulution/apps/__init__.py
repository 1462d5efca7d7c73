"""What is stored and who may change it: models, services (the only writers), queries. Flow order is import order."""
