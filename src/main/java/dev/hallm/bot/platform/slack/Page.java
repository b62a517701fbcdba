package dev.hallm.bot.platform.slack;

import tools.jackson.databind.node.ArrayNode;

/**
 * One message of Slack's.
 *
 * @param text what notifications and screen readers get, escaped
 * @param blocks at least one
 */
record Page(String text, ArrayNode blocks) {}
