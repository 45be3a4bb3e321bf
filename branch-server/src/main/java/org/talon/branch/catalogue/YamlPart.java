package org.talon.branch.catalogue;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * One mapping of the catalogue file. Reading goes on after a mistake, so that one look shows them all: a value that
 * does not fit is noted with its line and stands in as something harmless.
 */
final class YamlPart {

    private final String path;
    private final int line;
    private final Map<String, Node> fields = new LinkedHashMap<>();
    private final List<String> mistakes;

    YamlPart(String path, @Nullable Node node, Set<String> known, List<String> mistakes) {
        this(
                path,
                node,
                known::contains,
                String.join(", ", known.stream().sorted().toList()),
                mistakes);
    }

    private YamlPart(
            String path, @Nullable Node node, Predicate<String> known, String expected, List<String> mistakes) {
        this.path = path;
        this.line = node == null ? 1 : lineOf(node);
        this.mistakes = mistakes;
        if (node instanceof MappingNode mapping) {
            mapping.getValue().forEach(entry -> take(entry, known, expected));
        } else {
            mistake(line, path, "expected a mapping with " + expected);
        }
    }

    private void take(NodeTuple entry, Predicate<String> known, String expected) {
        String key = entry.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : "?";
        if (!known.test(key)) {
            mistake(lineOf(entry.getKeyNode()), below(key), "is not known here; expected one of " + expected);
        } else if (fields.put(key, entry.getValueNode()) != null) {
            mistake(lineOf(entry.getKeyNode()), below(key), "stands here twice");
        }
    }

    boolean has(String key) {
        return fields.containsKey(key) && !isNull(fields.get(key));
    }

    String text(String key, String expected, Predicate<String> fits) {
        return optionalText(key, expected, fits).orElseGet(() -> {
            if (!has(key)) {
                mistake(line, below(key), "is missing; expected " + expected);
            }
            return "";
        });
    }

    Optional<String> optionalText(String key, String expected, Predicate<String> fits) {
        Node node = fields.get(key);
        if (node == null || isNull(node)) {
            return Optional.empty();
        }
        if (node instanceof ScalarNode scalar
                && !scalar.getValue().isBlank()
                && fits.test(scalar.getValue().strip())) {
            return Optional.of(scalar.getValue().strip());
        }
        mistake(lineOf(node), below(key), "expected " + expected + ", found " + shown(node));
        return Optional.empty();
    }

    @Nullable String words(String key) {
        return optionalText(key, "a text", any -> true).orElse(null);
    }

    int integer(String key, int min, int max, @Nullable Integer otherwise) {
        String expected = "a whole number from " + min + " to " + max;
        Predicate<String> fits =
                v -> v.matches("-?\\d{1,9}") && Integer.parseInt(v) >= min && Integer.parseInt(v) <= max;
        if (otherwise != null && !has(key)) {
            return otherwise;
        }
        String value = text(key, expected, fits);
        return value.isEmpty() ? min : Integer.parseInt(value);
    }

    /** One of a few words; {@code otherwise} where nothing stands there. */
    <T extends Enum<T>> T choice(String key, Class<T> words, T otherwise) {
        Map<String, T> byName = new LinkedHashMap<>();
        for (T word : words.getEnumConstants()) {
            byName.put(word.name().toLowerCase(Locale.ROOT).replace('_', '-'), word);
        }
        return optionalText(key, "one of " + String.join(", ", byName.keySet()), byName::containsKey)
                .map(byName::get)
                .orElse(otherwise);
    }

    boolean flag(String key, boolean otherwise) {
        return optionalText(key, "true or false", v -> v.equals("true") || v.equals("false"))
                .map(Boolean::valueOf)
                .orElse(otherwise);
    }

    YamlPart part(String key, Set<String> known) {
        return new YamlPart(below(key), fields.get(key), known, mistakes);
    }

    /** A mapping whose keys are no fixed words. */
    YamlPart partWithKeys(String key, String expected, Predicate<String> fits) {
        return new YamlPart(below(key), fields.get(key), fits, expected, mistakes);
    }

    Set<String> keys() {
        return fields.keySet();
    }

    /** The mappings of a list, none where the key is absent. */
    List<YamlPart> parts(String key, Set<String> known) {
        List<Node> nodes = nodes(key);
        Map<Node, Integer> places = new HashMap<>();
        nodes.forEach(node -> places.put(node, places.size()));
        return nodes.stream()
                .map(node -> new YamlPart(below(key) + "[" + places.get(node) + "]", node, known, mistakes))
                .toList();
    }

    List<String> texts(String key) {
        return nodes(key).stream()
                .filter(node -> {
                    boolean scalar = node instanceof ScalarNode;
                    if (!scalar) {
                        mistake(lineOf(node), below(key), "expected a list of plain values, found " + shown(node));
                    }
                    return scalar;
                })
                .map(node -> ((ScalarNode) node).getValue().strip())
                .toList();
    }

    private List<Node> nodes(String key) {
        Node node = fields.get(key);
        if (node == null || isNull(node)) {
            return List.of();
        }
        if (node instanceof SequenceNode sequence) {
            return sequence.getValue();
        }
        mistake(lineOf(node), below(key), "expected a list, found " + shown(node));
        return List.of();
    }

    /** Notes what is wrong with the value of a key, or with this mapping as a whole where it has no such key. */
    void refuse(String key, String message) {
        Node node = fields.get(key);
        mistake(node == null ? line : lineOf(node), below(key), message);
    }

    private void mistake(int at, String where, String message) {
        mistakes.add("line " + at + ": " + where + " " + message);
    }

    private String below(String key) {
        return path.isEmpty() ? key : path + "." + key;
    }

    private static boolean isNull(@Nullable Node node) {
        return node != null && Tag.NULL.equals(node.getTag());
    }

    private static int lineOf(Node node) {
        return node.getStartMark().getLine() + 1;
    }

    private static String shown(Node node) {
        return node instanceof ScalarNode scalar
                ? "\"" + scalar.getValue() + "\""
                : node instanceof SequenceNode ? "a list" : "a mapping";
    }
}
