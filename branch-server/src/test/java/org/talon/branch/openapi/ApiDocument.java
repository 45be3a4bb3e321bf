package org.talon.branch.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.NoSuchElementException;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** What the branch says of its API. */
record ApiDocument(String text, JsonNode tree) {

    /** One call. */
    record Operation(Call call, JsonNode node) {

        @Override
        public String toString() {
            return call.toString();
        }
    }

    static ApiDocument read() {
        try (InputStream yaml = ApiDocument.class.getResourceAsStream("/META-INF/openapi.yaml")) {
            String text = new String(yaml.readAllBytes(), StandardCharsets.UTF_8);
            return new ApiDocument(text, tree(text));
        } catch (IOException gone) {
            throw new AssertionError("META-INF/openapi.yaml cannot be read", gone);
        }
    }

    /** Through one text form, so that a number is the same number whatever type holds it. */
    static JsonNode tree(String yaml) throws IOException {
        ObjectMapper json = new ObjectMapper();
        Object loaded = new Yaml(new SafeConstructor(new LoaderOptions())).load(yaml);
        return json.readTree(json.writeValueAsString(loaded));
    }

    List<Operation> operations() {
        List<Operation> operations = new ArrayList<>();
        tree.path("paths")
                .properties()
                .forEach(path -> path.getValue().properties().stream()
                        .filter(member -> List.of("get", "post").contains(member.getKey()))
                        .forEach(member -> operations.add(new Operation(
                                new Call(member.getKey().toUpperCase(Locale.ROOT), path.getKey()),
                                member.getValue()))));
        return operations;
    }

    Operation operation(Call call) {
        return operations().stream()
                .filter(operation -> operation.call().unnamed().equals(call.unnamed()))
                .findFirst()
                .orElseThrow(() -> new NoSuchElementException(call + " is not described"));
    }

    /** Names of a call's parameters in its path, query or header. */
    List<String> parametersIn(String place, Operation operation) {
        return operation
                .node()
                .path("parameters")
                .valueStream()
                .map(this::resolved)
                .filter(parameter -> parameter.path("in").asText().equals(place))
                .map(parameter -> parameter.path("name").asText())
                .toList();
    }

    JsonNode component(String kind, String name) {
        return tree.path("components").path(kind).path(name);
    }

    /** The node itself, or what it refers to. */
    JsonNode resolved(JsonNode node) {
        return node.has("$ref") ? resolved(tree.at(node.path("$ref").asText().substring(1))) : node;
    }

    /** The media types of a successful answer. */
    JsonNode answer(Operation operation) {
        return resolved(operation.node().path("responses").path("200")).path("content");
    }
}
