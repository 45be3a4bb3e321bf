package org.talon.branch.survey;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.ColumnTransformer;
import org.jspecify.annotations.Nullable;
import org.talon.branch.catalogue.Survey;
import org.talon.branch.catalogue.SurveyQuestion;
import org.talon.branch.ticket.ServedVisitors.Served;
import org.talon.shared.event.SurveyFinished;
import org.talon.shared.event.SurveyFinished.SurveyReply;
import org.talon.shared.http.DomainException;

/** One visitor's way through one survey, from the first question to its end. It leads forward only. */
@Entity
class SurveyRun {

    @Id
    private UUID id;

    private String clientId;
    private UUID surveyId;
    private String surveyName;

    @Convert(converter = SurveyDefinition.class)
    @Column(columnDefinition = "jsonb")
    @ColumnTransformer(write = "cast(? as jsonb)")
    private Survey definition;

    private @Nullable UUID workPlaceId;
    private @Nullable UUID userId;
    private @Nullable UUID ticketProductId;
    private @Nullable UUID productId;
    private int questionNumber;
    private Instant startedAt;
    private @Nullable Instant lastAnswerAt;

    @SuppressWarnings("UnusedVariable") // queries read it
    private @Nullable Instant endedAt;

    @Enumerated(EnumType.STRING)
    private @Nullable SurveyOutcome outcome;

    @ElementCollection
    @CollectionTable(name = "survey_answer", joinColumns = @JoinColumn(name = "run_id"))
    @OrderColumn(name = "place")
    private List<GivenAnswer> answers = new ArrayList<>();

    protected SurveyRun() {}

    SurveyRun(UUID id, Console console, Survey survey, @Nullable Served about, Instant at) {
        this.id = id;
        this.clientId = console.clientId();
        this.surveyId = survey.id();
        this.surveyName = survey.name();
        this.definition = survey;
        this.workPlaceId = console.workPlaceId();
        if (about != null) {
            this.userId = about.userId();
            this.ticketProductId = about.ticketProductId();
            this.productId = about.productId();
        }
        this.questionNumber = 1;
        this.startedAt = at;
    }

    /** Takes the answer to the question that is being asked; tells of the end with the last one. */
    Optional<SurveyFinished> answer(NewAnswer given, Instant at) {
        SurveyQuestion question = asked(given.questionId());
        AnswerRules.require(question, given);
        answers.add(new GivenAnswer(question.id(), given.answerIds(), given.text(), given.value(), at));
        lastAnswerAt = at;
        int next = question.after(given.answerIds(), given.value());
        if (next > definition.questions().size()) {
            return Optional.of(end(SurveyOutcome.COMPLETED, at));
        }
        questionNumber = next;
        return Optional.empty();
    }

    SurveyFinished interrupt(Instant at) {
        return end(SurveyOutcome.INTERRUPTED, at);
    }

    /** Ends a survey whose visitor has left: at the moment when his time was up, whenever that is noticed. */
    SurveyFinished timeOut(Duration limit) {
        return end(SurveyOutcome.TIMED_OUT, timeIsUp(limit));
    }

    boolean isIdle(Duration limit, Instant now) {
        return !now.isBefore(timeIsUp(limit));
    }

    private Instant timeIsUp(Duration limit) {
        return (lastAnswerAt == null ? startedAt : lastAnswerAt).plus(limit);
    }

    private SurveyFinished end(SurveyOutcome how, Instant at) {
        outcome = how;
        endedAt = at;
        return new SurveyFinished(
                id,
                surveyId,
                surveyName,
                clientId,
                workPlaceId,
                userId,
                ticketProductId,
                productId,
                how.wireName(),
                answers.stream().map(this::reply).toList(),
                startedAt,
                at);
    }

    private SurveyReply reply(GivenAnswer answer) {
        return definition.questions().stream()
                .filter(question -> question.id().equals(answer.questionId()))
                .map(answer::replyTo)
                .findFirst()
                .orElseThrow();
    }

    private SurveyQuestion asked(UUID questionId) {
        SurveyQuestion question = question();
        if (!question.id().equals(questionId)) {
            throw new DomainException(
                    DomainException.Kind.CONFLICT,
                    "not-the-question",
                    "the survey is Active at the question " + question.id() + ", not " + questionId);
        }
        return question;
    }

    SurveyQuestion question() {
        return definition.questions().get(questionNumber - 1);
    }

    boolean isEnded() {
        return outcome != null;
    }

    Survey definition() {
        return definition;
    }
}
