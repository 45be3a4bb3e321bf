-- What visitors said of themselves is forgotten when its time is over: found by what still has any. A ticket without a PIN is one that
-- was forgotten.
create index ticket_to_forget on ticket (business_date) where closed_at is not null and pin_code <> '';
create index survey_answer_to_forget on survey_answer (answered_at) where text is not null;
