package dev.hallm.bot.platform.slack.fake;

import tools.jackson.databind.node.ObjectNode;

/** One method of the Web API: gives the answer's fields, or throws a refusal. */
@FunctionalInterface
interface ApiMethod {
    ObjectNode call(ApiRequest request);
}
