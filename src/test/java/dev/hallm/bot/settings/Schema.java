package dev.hallm.bot.settings;

import com.github.victools.jsonschema.generator.CustomDefinition;
import com.github.victools.jsonschema.generator.FieldScope;
import com.github.victools.jsonschema.generator.Option;
import com.github.victools.jsonschema.generator.OptionPreset;
import com.github.victools.jsonschema.generator.SchemaGenerator;
import com.github.victools.jsonschema.generator.SchemaGeneratorConfigBuilder;
import com.github.victools.jsonschema.generator.SchemaVersion;
import dev.hallm.bot.identity.Role;
import dev.hallm.bot.tenant.Quantity;
import dev.hallm.bot.tenant.Range;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The JSON schema of bot.yaml, made from the records and their {@link Key}s. */
final class Schema {
    private static final YAMLMapper YAML = new YAMLMapper();
    private static final String AMOUNT = "[0-9]+(\\.[0-9]*)?([eE][-+]?[0-9]{1,2}|n|u|m|k|[MGTPE]|[KMGTPE]i)?";
    private static final Map<Class<?>, ObjectNode> SCALARS = Map.of(
            Quantity.class, amount("^" + AMOUNT + "$"),
            Range.class, amount("^" + AMOUNT + "(\\.\\." + AMOUNT + ")?$"),
            Duration.class, text().put("pattern", Durations.REGEX),
            ZoneId.class, text(),
            Role.class, roles());

    private Schema() {}

    static String generate() {
        var builder = new SchemaGeneratorConfigBuilder(SchemaVersion.DRAFT_2020_12, OptionPreset.PLAIN_JSON)
                .with(Option.INLINE_ALL_SCHEMAS, Option.MAP_VALUES_AS_ADDITIONAL_PROPERTIES)
                .with(Option.FORBIDDEN_ADDITIONAL_PROPERTIES_BY_DEFAULT);
        fields(builder);
        builder.forTypesInGeneral()
                .withPropertySorter((_, _) -> 0)
                .withCustomDefinitionProvider((type, context) -> {
                    ObjectNode node = SCALARS.get(type.getErasedType());
                    return node == null ? null : new CustomDefinition(node.deepCopy(), true);
                })
                .withTypeAttributeOverride((node, scope, context) -> {
                    Class<?> type = scope.getType().getErasedType();
                    if (type == Map.class || (type.isRecord() && !SCALARS.containsKey(type))) {
                        node.putObject("patternProperties").put("^x-", true);
                    }
                });
        ObjectNode schema = new SchemaGenerator(builder.build()).generateSchema(BotConfig.class);
        schema.put("title", "bot-config/bot.yaml of ha-llm-bot");
        return schema.toPrettyString() + "\n";
    }

    private static void fields(SchemaGeneratorConfigBuilder builder) {
        builder.forFields()
                .withPropertyNameOverrideResolver(field -> Keys.name(key(field), field.getDeclaredName()))
                .withDescriptionResolver(
                        field -> item(field) ? null : key(field).value())
                .withDefaultResolver(field -> item(field) ? null : fallback(key(field)))
                .withRequiredCheck(field -> key(field).fallback().isEmpty())
                .withInstanceAttributeOverride((node, field, context) -> {
                    if (field.getType().isInstanceOf(Map.class) && key(field).form() != Form.TEXT) {
                        node.remove("additionalProperties"); // the type says it, with its exceptions
                        node.putObject("propertyNames")
                                .put("pattern", key(field).form().regex());
                    }
                })
                .withNumberInclusiveMinimumResolver(
                        field -> isWhole(field) ? BigDecimal.valueOf(key(field).min()) : null)
                .withNumberInclusiveMaximumResolver(
                        field -> isWhole(field) ? BigDecimal.valueOf(key(field).max()) : null)
                .withStringPatternResolver(field -> field.getType().isInstanceOf(String.class)
                        ? key(field).form().regex()
                        : null);
    }

    private static Key key(FieldScope field) {
        Key key = field.getRawMember().getAnnotation(Key.class);
        if (key == null) {
            throw new IllegalStateException(field.getDeclaredName() + " has no @Key");
        }
        return key;
    }

    private static boolean item(FieldScope field) {
        return field.isFakeContainerItemScope();
    }

    private static boolean isWhole(FieldScope field) {
        return field.getType().isInstanceOf(int.class) || field.getType().isInstanceOf(Integer.class);
    }

    private static @Nullable Object fallback(Key key) {
        boolean none = key.fallback().isEmpty()
                || key.fallback().equals(Key.NONE)
                || key.fallback().equals("{}");
        JsonNode value = none ? null : YAML.readTree(key.fallback());
        return value == null ? null : YAML.treeToValue(value, Object.class);
    }

    private static ObjectNode text() {
        return JsonNodeFactory.instance.objectNode().put("type", "string");
    }

    private static ObjectNode amount(String pattern) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.putArray("type").add("string").add("number");
        return node.put("pattern", pattern);
    }

    private static ObjectNode roles() {
        ObjectNode node = text();
        var words = node.putArray("enum");
        Arrays.stream(Role.values()).map(Role::word).forEach(words::add);
        return node;
    }
}
