package org.talon.branch.survey;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.talon.branch.catalogue.BranchCalendar;
import org.talon.branch.catalogue.CurrentCatalogue;
import org.talon.branch.catalogue.Survey;
import org.talon.branch.outbox.Outbox;
import org.talon.branch.ticket.ServedVisitors;
import org.talon.branch.ticket.ServedVisitors.Served;
import org.talon.shared.http.DomainException;
import org.talon.shared.time.Ids;

/** Asks the visitors at a console. Where none is being asked, the answer is empty, and a survey left behind is over. */
@ApplicationScoped
class ConductSurvey {

    private final SurveyRunRepository runs;
    private final IdleRuns idle;
    private final ServedVisitors visitors;
    private final CurrentCatalogue catalogue;
    private final BranchCalendar calendar;
    private final Outbox outbox;
    private final Clock clock;
    private final Ids ids;

    ConductSurvey(
            SurveyRunRepository runs,
            IdleRuns idle,
            ServedVisitors visitors,
            CurrentCatalogue catalogue,
            BranchCalendar calendar,
            Outbox outbox,
            Clock clock,
            Ids ids) {
        this.runs = runs;
        this.idle = idle;
        this.visitors = visitors;
        this.catalogue = catalogue;
        this.calendar = calendar;
        this.outbox = outbox;
        this.clock = clock;
        this.ids = ids;
    }

    @Transactional
    Optional<SurveyRun> current(Console console) {
        return idle.takeActiveAt(console);
    }

    /** Begins anew, also where another visitor has walked away from his survey: that one is interrupted. */
    @Transactional
    SurveyRun begin(Console console) {
        Instant now = clock.instant();
        idle.takeActiveAt(console).ifPresent(left -> outbox.append(left.interrupt(now)));
        Served about = lastServedAt(console);
        SurveyRun run = new SurveyRun(ids.next(), console, surveyAbout(about), about, now);
        runs.open(run);
        return run;
    }

    @Transactional
    Optional<SurveyRun> answer(Console console, NewAnswer given) {
        Optional<SurveyRun> run = idle.takeActiveAt(console);
        run.flatMap(active -> active.answer(given, clock.instant())).ifPresent(outbox::append);
        return run;
    }

    @Transactional
    Optional<SurveyRun> end(Console console) {
        Optional<SurveyRun> run = idle.takeActiveAt(console);
        run.ifPresent(active -> outbox.append(active.interrupt(clock.instant())));
        return run;
    }

    private @Nullable Served lastServedAt(Console console) {
        return console.workPlaceId() == null
                ? null
                : visitors.lastAt(console.workPlaceId(), calendar.startOf(calendar.today()))
                        .orElse(null);
    }

    private Survey surveyAbout(@Nullable Served about) {
        return catalogue
                .get()
                .surveyFor(about == null ? null : about.productId())
                .orElseThrow(() -> new DomainException(
                        DomainException.Kind.REFUSED,
                        "no-survey",
                        "the catalogue has no survey for this service, and none for all"));
    }
}
