package dev.hallm.bot.platform.discord.fake;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Discord's own OpenAPI description as a judge of request and answer bodies. Compiled schemas are shared by every fake
 * of the process; where the description is not on the disk there is no judge.
 */
final class Contract {
    static final Path DESCRIPTION = Path.of("..", "shared", "data", "discord-openapi.json");
    private static final String IRI = "https://discord.invalid/openapi.json";
    private static final Optional<Contract> SHARED = Files.exists(DESCRIPTION)
            ? Optional.of(new Contract((ObjectNode) JsonMapper.builder().build().readTree(DESCRIPTION.toFile())))
            : Optional.empty();

    private final JsonNode paths;
    private final SchemaRegistry registry;
    private final Map<String, Schema> compiled = new ConcurrentHashMap<>();

    private Contract(ObjectNode description) {
        paths = description.path("paths");
        ObjectNode document = Json.object().put("$schema", "https://json-schema.org/draft/2020-12/schema");
        document.put("$id", IRI);
        document.set("components", withDocumentedLeniency(Json.copy(description.path("components"))));
        document.set("paths", paths);
        registry = SchemaRegistry.withDefaultDialect(
                SpecificationVersion.DRAFT_2020_12, builder -> builder.schemas(Map.of(IRI, document.toString())));
    }

    static Optional<Contract> shared() {
        return SHARED;
    }

    /**
     * Discord's prose is wider than its description in two places: ids may be numbers (its own example of uploading a
     * file has {@code "id": 0}) and sets of permissions are strings.
     */
    private static ObjectNode withDocumentedLeniency(ObjectNode components) {
        ObjectNode schemas = (ObjectNode) components.path("schemas");
        ((ObjectNode) schemas.path("SnowflakeType"))
                .putArray("type")
                .add("string")
                .add("integer");
        for (String name : List.of(
                "ApplicationCommandCreateRequest",
                "ApplicationCommandUpdateRequest",
                "ApplicationCommandPatchRequestPartial")) {
            ObjectNode permissions =
                    (ObjectNode) schemas.path(name).path("properties").path("default_member_permissions");
            permissions.putArray("type").add("string").add("integer").add("null");
            permissions.put("pattern", "^[0-9]+$");
        }
        return components;
    }

    boolean describes(Route route) {
        return operation(route).isObject();
    }

    /** What the description has against this body as a request of that route; empty when it takes it. */
    List<String> complaints(Route route, JsonNode body) {
        JsonNode schema = operation(route).at("/requestBody/content/application~1json/schema");
        if (schema.isMissingNode()) {
            return List.of();
        }
        return judge(pointer(route) + "/requestBody/content/application~1json/schema", body);
    }

    /** What the description has against this body as the answer of that route. */
    List<String> complaintsAboutAnswer(Route route, int status, JsonNode body) {
        String tail = "/responses/" + status + "/content/application~1json/schema";
        return operation(route).at(tail).isMissingNode() ? List.of() : judge(pointer(route) + tail, body);
    }

    private JsonNode operation(Route route) {
        return paths.path(route.template()).path(lower(route));
    }

    private List<String> judge(String pointer, JsonNode body) {
        Schema schema =
                compiled.computeIfAbsent(pointer, key -> registry.getSchema(SchemaLocation.of(IRI + "#" + key)));
        return schema.validate(body).stream()
                .sorted((a, b) -> Integer.compare(depth(b), depth(a)))
                .limit(6)
                .map(error -> error.getInstanceLocation() + ": " + error.getMessage())
                .toList();
    }

    private static int depth(Error error) {
        return error.getInstanceLocation().toString().split("/", -1).length;
    }

    private static String pointer(Route route) {
        String path = route.template().replace("~", "~0").replace("/", "~1");
        return "/paths/" + path.replace("{", "%7B").replace("}", "%7D") + "/" + lower(route);
    }

    private static String lower(Route route) {
        return route.method().toLowerCase(java.util.Locale.ROOT);
    }
}
