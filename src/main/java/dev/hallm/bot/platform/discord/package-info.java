/** Discord: interactions from the gateway become deliveries, messages become embeds and components. The only importer of JDA. */
@org.jspecify.annotations.NullMarked
@org.springframework.modulith.NamedInterface("discord")
package dev.hallm.bot.platform.discord;
