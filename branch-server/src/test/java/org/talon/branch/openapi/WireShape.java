package org.talon.branch.openapi;

import com.fasterxml.jackson.databind.BeanProperty;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.jsonFormatVisitors.JsonArrayFormatVisitor;
import com.fasterxml.jackson.databind.jsonFormatVisitors.JsonBooleanFormatVisitor;
import com.fasterxml.jackson.databind.jsonFormatVisitors.JsonFormatVisitorWrapper;
import com.fasterxml.jackson.databind.jsonFormatVisitors.JsonIntegerFormatVisitor;
import com.fasterxml.jackson.databind.jsonFormatVisitors.JsonNumberFormatVisitor;
import com.fasterxml.jackson.databind.jsonFormatVisitors.JsonObjectFormatVisitor;
import com.fasterxml.jackson.databind.jsonFormatVisitors.JsonStringFormatVisitor;
import com.fasterxml.jackson.databind.ser.BeanPropertyWriter;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.talon.shared.wire.WireFormat;

/**
 * What a Java type is on the wire, as Jackson would write it: its kind of JSON, and the properties of an object. A sealed
 * type has those of all its kinds.
 */
final class WireShape {

    /** A property: its type, whether it may be null, and whether a null of it is left out. */
    record Property(JavaType type, boolean nullable, boolean leftOut) {}

    private static final ObjectMapper JSON =
            WireFormat.apply(JsonMapper.builder().build());

    private String kind = "";
    private final Map<String, Property> properties = new TreeMap<>();

    private WireShape() {}

    static WireShape of(JavaType type) {
        WireShape shape = new WireShape();
        if (type.getRawClass().isSealed()) {
            for (Class<?> one : type.getRawClass().getPermittedSubclasses()) {
                shape.visit(JSON.constructType(one));
            }
        } else {
            shape.visit(type);
        }
        return shape;
    }

    private void visit(JavaType type) {
        try {
            JSON.acceptJsonFormatVisitor(type, new Visitor());
        } catch (JsonMappingException unwritable) {
            throw new AssertionError(type + " cannot be written", unwritable);
        }
    }

    static JavaType javaType(Type type) {
        return JSON.constructType(type);
    }

    /** As a schema calls it; empty where it may be anything. */
    String kind() {
        return kind;
    }

    Map<String, Property> properties() {
        return properties;
    }

    private static Property property(BeanProperty written) {
        return new Property(
                written.getType(),
                component(written).filter(WireShape::isNullable).isPresent(),
                written instanceof BeanPropertyWriter writer && writer.willSuppressNulls());
    }

    private static Optional<RecordComponent> component(BeanProperty written) {
        RecordComponent[] components = written.getMember().getDeclaringClass().getRecordComponents();
        return components == null
                ? Optional.empty()
                : Arrays.stream(components)
                        .filter(component ->
                                component.getName().equals(written.getMember().getName()))
                        .findFirst();
    }

    private static boolean isNullable(RecordComponent component) {
        return component.getAnnotatedType().isAnnotationPresent(Nullable.class);
    }

    private final class Visitor extends JsonFormatVisitorWrapper.Base {

        @Override
        public JsonObjectFormatVisitor expectObjectFormat(JavaType type) {
            kind = "object";
            return new Properties(getProvider());
        }

        @Override
        public JsonArrayFormatVisitor expectArrayFormat(JavaType type) throws JsonMappingException {
            kind = "array";
            return super.expectArrayFormat(type);
        }

        @Override
        public JsonStringFormatVisitor expectStringFormat(JavaType type) throws JsonMappingException {
            kind = "string";
            return super.expectStringFormat(type);
        }

        @Override
        public JsonIntegerFormatVisitor expectIntegerFormat(JavaType type) throws JsonMappingException {
            kind = "integer";
            return super.expectIntegerFormat(type);
        }

        @Override
        public JsonNumberFormatVisitor expectNumberFormat(JavaType type) throws JsonMappingException {
            kind = "number";
            return super.expectNumberFormat(type);
        }

        @Override
        public JsonBooleanFormatVisitor expectBooleanFormat(JavaType type) throws JsonMappingException {
            kind = "boolean";
            return super.expectBooleanFormat(type);
        }
    }

    private final class Properties extends JsonObjectFormatVisitor.Base {

        Properties(SerializerProvider provider) {
            super(provider);
        }

        @Override
        public void property(BeanProperty writer) {
            properties.put(writer.getName(), WireShape.property(writer));
        }

        @Override
        public void optionalProperty(BeanProperty writer) {
            property(writer);
        }
    }
}
