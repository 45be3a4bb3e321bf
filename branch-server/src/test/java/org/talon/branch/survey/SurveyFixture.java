package org.talon.branch.survey;

import static io.restassured.RestAssured.given;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.restassured.response.Response;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.stream.Stream;

/** Survey consoles in the hands of a test, and what the branch tells of them. */
@ApplicationScoped
public class SurveyFixture {

    private final EntityManager database;
    private final ObjectMapper json;
    private long told;

    SurveyFixture(EntityManager database, ObjectMapper json) {
        this.database = database;
        this.json = json;
    }

    /** Events from here on are those of the test. */
    public void begin() {
        told = (Long) database.createNativeQuery("select coalesce(max(id), 0) from outbox", Long.class)
                .getSingleResult();
    }

    @SuppressWarnings("unchecked")
    public List<JsonNode> finished() {
        Stream<String> events = database.createNativeQuery(
                        "select cast(data as text) from outbox where type = 'SurveyFinished' and id > :told order by id",
                        String.class)
                .setParameter("told", told)
                .getResultStream();
        return events.map(this::parsed).toList();
    }

    /** How the surveys that were begun stand in the database, the oldest first. */
    @SuppressWarnings("unchecked")
    public List<String> outcomes() {
        return database.createNativeQuery(
                        "select coalesce(outcome, 'OPEN') from survey_run order by started_at, id", String.class)
                .getResultList();
    }

    private JsonNode parsed(String event) {
        try {
            return json.readTree(event);
        } catch (JsonProcessingException broken) {
            throw new AssertionError(broken);
        }
    }

    public TestConsole console(String clientId) {
        return new TestConsole(clientId);
    }

    /** One console; it answers the question that was shown last. */
    public static final class TestConsole {

        private final String path;
        private String question = "";
        private List<String> answers = List.of();

        TestConsole(String clientId) {
            this.path = "/survey/" + clientId;
        }

        public Response state() {
            return given().get(path + "/state");
        }

        public Response begins() {
            return shown(tries());
        }

        /** To begin, which may be refused. */
        public Response tries() {
            return given().post(path + "/begin");
        }

        public Response ends() {
            return given().post(path + "/end");
        }

        /** An answer that may be refused: the console goes on showing its question. */
        public Response says(String parameter, Object... values) {
            return given().contentType("application/x-www-form-urlencoded; charset=UTF-8")
                    .formParam("questionId", question)
                    .formParam(parameter, values)
                    .post(path + "/answer");
        }

        public Response answers(String parameter, Object... values) {
            return shown(says(parameter, values));
        }

        /** Chooses by place, from 0. */
        public Response chooses(int... places) {
            return answers(
                    "answerId",
                    java.util.Arrays.stream(places).mapToObj(answers::get).toArray());
        }

        public Response passesOver() {
            return shown(given().formParam("questionId", question).post(path + "/answer"));
        }

        public String question() {
            return question;
        }

        private Response shown(Response answer) {
            answer.then().statusCode(200);
            if (answer.jsonPath().get("Id") != null) {
                question = answer.jsonPath().getString("Id");
                answers = answer.jsonPath().getList("Answers.Id");
            }
            return answer;
        }
    }
}
