/** Slack, by HTTP or Socket Mode: what arrives becomes a delivery, messages become Block Kit. The only importer of its libraries. */
@org.jspecify.annotations.NullMarked
@org.springframework.modulith.NamedInterface("slack")
package dev.hallm.bot.platform.slack;
