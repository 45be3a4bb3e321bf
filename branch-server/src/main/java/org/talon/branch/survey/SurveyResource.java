package org.talon.branch.survey;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.talon.branch.catalogue.CurrentCatalogue;
import org.talon.branch.idempotency.AtMostOnce;
import org.talon.shared.http.DomainException;
import org.talon.shared.http.Parameters;

/** What a survey console asks for; it is known by its client id alone. */
@AtMostOnce
@Path("survey/{clientId}")
@PermitAll
@RunOnVirtualThread
class SurveyResource {

    private final ConductSurvey survey;
    private final CurrentCatalogue catalogue;

    SurveyResource(ConductSurvey survey, CurrentCatalogue catalogue) {
        this.survey = survey;
        this.catalogue = catalogue;
    }

    @GET
    @Path("state")
    public SurveyStateView state(String clientId) {
        return survey.current(console(clientId)).map(SurveyStateView::active).orElseGet(SurveyStateView::idle);
    }

    @POST
    @Path("begin")
    public QuestionView begin(String clientId) {
        return QuestionView.of(survey.begin(console(clientId)));
    }

    @POST
    @Path("answer")
    public AfterAnswer answer(String clientId, Parameters parameters) {
        return survey.answer(console(clientId), NewAnswer.of(parameters))
                .map(AfterAnswer::of)
                .orElseThrow(SurveyResource::idle);
    }

    @POST
    @Path("end")
    public SurveyStateView end(String clientId) {
        return survey.end(console(clientId))
                .map(ended -> SurveyStateView.idle())
                .orElseThrow(SurveyResource::idle);
    }

    private Console console(String clientId) {
        return Console.named(clientId, catalogue.get());
    }

    private static DomainException idle() {
        return new DomainException(
                DomainException.Kind.CONFLICT, "no-active-survey", "the console is Idle: no survey goes on");
    }
}
