/**
 * A Slack for tests: Web API, Socket Mode, signed deliveries and people, as strict as Slack documents them. Built from
 * Slack's documentation, never from what a client happens to send; start with {@link
 * dev.hallm.bot.platform.slack.fake.FakeSlack}.
 */
@org.jspecify.annotations.NullMarked
package dev.hallm.bot.platform.slack.fake;
