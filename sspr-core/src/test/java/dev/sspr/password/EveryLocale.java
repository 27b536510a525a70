package dev.sspr.password;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.ClassTemplate;
import org.junit.jupiter.api.extension.AfterClassTemplateInvocationCallback;
import org.junit.jupiter.api.extension.BeforeClassTemplateInvocationCallback;
import org.junit.jupiter.api.extension.ClassTemplateInvocationContext;
import org.junit.jupiter.api.extension.ClassTemplateInvocationContextProvider;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.Extension;
import org.junit.jupiter.api.extension.ExtensionContext;

/** All tests of a class, once under each of the locales whose letters, cases or digits differ from everybody's. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ClassTemplate
@ExtendWith(EveryLocale.Each.class)
@interface EveryLocale {
    /** Sets the default of the process, and sets it back. */
    final class Each implements ClassTemplateInvocationContextProvider {
        private static final List<String> TAGS = List.of("en-US", "tr-TR", "az-AZ", "lt-LT", "de-DE");

        @Override
        public boolean supportsClassTemplate(ExtensionContext context) {
            return true;
        }

        @Override
        public Stream<? extends ClassTemplateInvocationContext> provideClassTemplateInvocationContexts(
                ExtensionContext context) {
            return TAGS.stream().map(Under::new);
        }
    }

    /** One of them. */
    record Under(String tag) implements ClassTemplateInvocationContext {
        @Override
        public String getDisplayName(int invocation) {
            return tag;
        }

        @Override
        public List<Extension> getAdditionalExtensions() {
            Locale before = Locale.getDefault();
            BeforeClassTemplateInvocationCallback set = context -> Locale.setDefault(Locale.forLanguageTag(tag));
            AfterClassTemplateInvocationCallback back = context -> Locale.setDefault(before);
            return List.of(set, back);
        }
    }
}
