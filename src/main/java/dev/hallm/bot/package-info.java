/** ha-llm-bot: the chat front of a multi-user Home Assistant and Ollama platform on Kubernetes. */
@org.jspecify.annotations.NullMarked
package dev.hallm.bot;
