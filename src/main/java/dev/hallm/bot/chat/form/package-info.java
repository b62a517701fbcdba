/** Forms as records: what modals on chat platforms and forms in the console are made of. */
@org.jspecify.annotations.NullMarked
@org.springframework.modulith.NamedInterface("form")
package dev.hallm.bot.chat.form;
