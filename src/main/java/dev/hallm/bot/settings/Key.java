package dev.hallm.bot.settings;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A key of bot-config: what it means and what may stand there. The JSON schema and the reader both follow it. */
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.RECORD_COMPONENT, ElementType.FIELD})
@interface Key {
    /** The fallback of a key that may be missing altogether. */
    String NONE = "null";

    /** What the key means, as editors show it. */
    String value();

    /** The key as written; empty means the component's name in kebab-case. */
    String name() default "";

    /** The value of a missing key, as YAML; empty means that the key is required. */
    String fallback() default "";

    /** What its text, or each text of its list or mapping's names, must look like. */
    Form form() default Form.TEXT;

    /** Smallest whole number. */
    int min() default 0;

    /** Largest whole number. */
    int max() default Integer.MAX_VALUE;
}
