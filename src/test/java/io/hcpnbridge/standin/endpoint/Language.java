package io.hcpnbridge.standin.endpoint;

import io.hcpnbridge.standin.call.ApiError;
import io.hcpnbridge.standin.call.Incoming;
import java.util.Locale;
import java.util.Set;

/** The header {@code X-Language}: zh_CN by default, or en_US, in any case. */
final class Language {
    private Language() {}

    /** @throws ApiError 400 if it is another */
    static boolean isEnglish(Incoming call) {
        String language = call.request().header("X-Language").orElse("zh_CN").toLowerCase(Locale.ROOT);
        if (!Set.of("zh_cn", "en_us").contains(language)) {
            throw ApiError.parameter("X-Language is neither zh_CN nor en_US");
        }
        return language.equals("en_us");
    }
}
