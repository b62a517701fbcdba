/**
 * What runs in tenants' pods, on loopback: a strict Home Assistant and an Ollama for each tenant, made at the first
 * call. Any test may use it; it uses nothing of the bot.
 */
@org.jspecify.annotations.NullMarked
package dev.hallm.bot.services;
