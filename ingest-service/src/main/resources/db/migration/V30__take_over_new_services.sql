-- Services are added at the consent service, after their notice; this service takes them over.
grant insert on service, service_code to ${database}_runtime;
comment on table service is 'name: the key, for a service that was added later.';
