-- The figures of the cockpit look at one period: what was closed, called back or fell due in it is found by its time.
create index case_closed_idx on cases."case" (street, closed_at) where closed_at is not null;
create index ask_answered_idx on cases.ask (street, answered_at) where kind = 'callback';
create index clock_contact_idx on cases.clock (street, due_at) where kind = 'contact';
