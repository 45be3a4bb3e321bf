package org.talon.repair;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.talon.cli.Command;

/** {@code talon servers} against a centre that answers as the real one does. */
class ServersRunTest {

    private static final String NORTH = "0f8fad5b-d9cb-469f-a165-70867728950e";
    private static final String SOUTH = "7c9e6679-7425-40de-944b-e07fc1f90ae7";

    @TempDir
    Path folder;

    private final List<String> posts = new CopyOnWriteArrayList<>();
    private HttpServer centre;
    private String state = "Active";

    @BeforeEach
    void start() throws IOException {
        centre = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        centre.createContext("/login", call -> answer(call, 200, "\"token\""));
        centre.createContext("/config/servers/registry", this::registry);
        centre.start();
    }

    @AfterEach
    void stop() {
        centre.stop(0);
    }

    @Test
    void the_list_is_a_table_with_a_line_that_sums_it_up_and_holds_while_nobody_is_blocked() {
        // When
        Command list = servers();
        // Then
        assertThat(list.exit()).isZero();
        assertThat(list.out()).contains("Id", NORTH, "North", "Active", SOUTH, "closed for good", "anna");
        assertThat(list.lastLine()).isEqualTo("servers holds: 1 active, 0 blocked, 1 removed");
        assertThat(posts).isEmpty();
        // When
        state = "Blocked";
        // Then
        assertThat(servers("list").exit()).isEqualTo(1);
        assertThat(servers("list").lastLine()).isEqualTo("servers does NOT hold: 0 active, 1 blocked, 1 removed");
    }

    @Test
    void what_is_decided_is_sent_with_its_reason_and_shown_as_it_is_then() throws IOException {
        // When
        Command block = servers("block", NORTH, "--reason", "gone mad & loud", "--json", folder + "/all.json");
        // Then
        assertThat(block.exit()).isZero();
        assertThat(posts).singleElement().asString().startsWith("/config/servers/registry/block ");
        assertThat(posts.getFirst()).contains("serverId=" + NORTH, "reason=gone+mad+%26+loud");
        assertThat(block.lastLine()).isEqualTo("servers holds: 0 active, 1 blocked, 1 removed");
        assertThat(Files.readString(folder.resolve("all.json"))).contains(NORTH, "\"Blocked\"");
    }

    @Test
    void a_refusal_of_the_centre_is_told_in_one_line() {
        // When
        Command unblock = servers("unblock", SOUTH);
        // Then
        assertThat(unblock.exit()).isEqualTo(2);
        assertThat(unblock.err().lines())
                .singleElement()
                .asString()
                .startsWith("talon: ")
                .contains("409", "not-blocked");
        assertThat(unblock.out()).isEmpty();
    }

    private Command servers(String... arguments) {
        List<String> line = new java.util.ArrayList<>(List.of("servers"));
        line.addAll(List.of(arguments));
        line.addAll(
                List.of("--centre", "http://127.0.0.1:" + centre.getAddress().getPort()));
        return Command.run(line.toArray(String[]::new));
    }

    private void registry(HttpExchange call) throws IOException {
        String path = call.getRequestURI().getPath();
        if (call.getRequestMethod().equals("POST")) {
            posts.add(path + " " + new String(call.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            state = path.endsWith("/block") ? "Blocked" : state;
        }
        if (path.endsWith("/unblock")) {
            answer(call, 409, "{\"Code\":\"not-blocked\",\"detail\":\"the branch is Removed\"}");
        } else {
            answer(call, 200, """
                    [{"Id":"%s","Name":"North","State":"%s","Since":null,"By":null,"Reason":null,
                      "LastSeen":"2026-11-23T06:30:00Z"},
                     {"Id":"%s","Name":"South","State":"Removed","Since":"2026-11-20T06:30:00Z","By":"anna",
                      "Reason":"closed for good","LastSeen":null}]""".formatted(NORTH, state, SOUTH));
        }
    }

    private static void answer(HttpExchange call, int status, String json) throws IOException {
        byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
        call.sendResponseHeaders(status, bytes.length);
        call.getResponseBody().write(bytes);
        call.close();
    }
}
