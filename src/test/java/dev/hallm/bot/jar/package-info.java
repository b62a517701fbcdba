/** The packaged jar as its own process: started, stopped, killed and driven through its console. */
@org.jspecify.annotations.NullMarked
package dev.hallm.bot.jar;
