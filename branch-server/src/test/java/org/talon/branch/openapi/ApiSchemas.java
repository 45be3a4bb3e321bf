package org.talon.branch.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Error;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.dialect.Dialect;
import com.networknt.schema.dialect.Dialects;
import com.networknt.schema.keyword.DisallowUnknownKeywordFactory;
import com.networknt.schema.keyword.NonValidationKeyword;
import java.util.List;
import java.util.Map;

/** The schemas of the document at their strictest: a key that none of them knows does not fit. */
final class ApiSchemas {

    private static final String NAME = "urn:talon:openapi";

    private final SchemaRegistry schemas;

    ApiSchemas(ApiDocument document) {
        JsonNode strict = document.tree().deepCopy();
        close(strict);
        this.schemas = SchemaRegistry.withDialect(
                dialect(document),
                registry -> registry.schemas(Map.of(NAME, strict.toString()))
                        .schemaRegistryConfig(SchemaRegistryConfig.builder()
                                .formatAssertionsEnabled(true)
                                .build()));
    }

    /** The language of OpenAPI's schemas; what stands beside them in the document is passed over, a slip is not. */
    private static Dialect dialect(ApiDocument document) {
        Dialect.Builder dialect = Dialect.builder(Dialects.getDraft202012())
                .unknownKeywordFactory(DisallowUnknownKeywordFactory.getInstance());
        document.tree().fieldNames().forEachRemaining(part -> dialect.keyword(new NonValidationKeyword(part)));
        return dialect.build();
    }

    /** What does not fit the schema that stands at this place of the document. */
    List<String> misfits(String pointer, JsonNode value) {
        return schemas.getSchema(SchemaLocation.of(NAME + "#" + pointer)).validate(value).stream()
                .map(Error::toString)
                .toList();
    }

    /** Closes schemas where they are used: what one only takes part in, as in {@code allOf}, must stay open. */
    private static void close(JsonNode node) {
        node.properties().forEach(member -> {
            if (!member.getKey().equals("allOf")) {
                closeOne(member.getValue());
                member.getValue().forEach(ApiSchemas::closeOne);
            }
        });
        node.forEach(ApiSchemas::close);
    }

    private static void closeOne(JsonNode node) {
        if (node.path("$ref").asText().startsWith("#/components/schemas/")) {
            ((ObjectNode) node).put("unevaluatedProperties", false);
        }
    }
}
