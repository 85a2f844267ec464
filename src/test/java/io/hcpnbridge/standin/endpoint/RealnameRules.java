package io.hcpnbridge.standin.endpoint;

import io.hcpnbridge.standin.call.ApiError;
import io.hcpnbridge.standin.call.Incoming;
import io.hcpnbridge.standin.state.Realname;
import io.hcpnbridge.standin.state.RealnameRefusal;
import io.hcpnbridge.standin.state.Site;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Field rules of real-name applications. */
final class RealnameRules {
    static final int BANK_CARD_SCENE = 18;

    private static final int BANK_CARD = 4;
    private static final int FIRST_TIME = -1;
    private static final int PASSPORT = 3;
    private static final Set<Integer> CERTIFICATES = Set.of(0, 1, 2, 3, 4, 99);
    private static final Set<Integer> CHINA_DOCUMENTS = Set.of(0, 3, 5, 6, 9, 10);
    private static final Set<Integer> INTERNATIONAL_DOCUMENTS = Set.of(0, 3, 5, 6, 7, 9, 10);

    private final Realname realname;

    RealnameRules(Realname realname) {
        this.realname = realname;
    }

    Body enterprise(Incoming call, boolean change) {
        List<String> known = new ArrayList<>(List.of(
                "customer_id",
                "identify_type",
                "certificate_type",
                "verified_file_url",
                "corp_name",
                "verified_number",
                "reg_country",
                "reg_address",
                "xaccount_type",
                "enterprise_person"));
        if (change) {
            known.add("change_type");
        }
        Body body = new Body(call, known.toArray(String[]::new));
        body.mandatory("identify_type", 1, 1);
        if (change) {
            body.mandatory("change_type", 1, 1);
        }
        Integer certificate = body.whole("certificate_type", 0, 99);
        require(certificate == null || CERTIFICATES.contains(certificate), "certificate_type is not known");
        String name = body.mandatoryText("corp_name", 255);
        require(name.codePoints().anyMatch(Character::isLetter), "corp_name has digits and specials only");
        body.mandatoryText("verified_number", 32);
        String country = body.text("reg_country", 10);
        require(country == null || country.matches("[A-Z]{2}"), "reg_country is no country of two letters");
        body.text("reg_address", 256);
        Body person = person(body);
        int files = files(body, 4);
        require(
                call.caller().partner().site() != Site.CHINA || files == (person == null ? 1 : 3),
                "verified_file_url does not have the certificate and both sides of the person's card");
        return body;
    }

    Body individual(Incoming call) {
        boolean china = call.caller().partner().site() == Site.CHINA;
        List<String> known = new ArrayList<>(List.of(
                "customer_id",
                "identify_type",
                "verified_type",
                "verified_file_url",
                "name",
                "verified_number",
                "change_type",
                "xaccount_type"));
        if (china) {
            known.add("bank_card_info");
        }
        Body body = new Body(call, known.toArray(String[]::new));
        int way = body.mandatory("identify_type", 0, china ? BANK_CARD : 0);
        require(way == 0 || way == BANK_CARD, "identify_type is neither 0 nor 4");
        body.whole("change_type", FIRST_TIME, FIRST_TIME);
        body.mandatoryText("name", 255);
        body.mandatoryText("verified_number", 32);
        Integer document = body.whole("verified_type", 0, 32);
        require(
                way == BANK_CARD
                        || (document != null && (china ? CHINA_DOCUMENTS : INTERNATIONAL_DOCUMENTS).contains(document)),
                "verified_type is mandatory and one of the documents of this site");
        int files = files(body, 3);
        boolean twoWillDo = !china && document != null && document == PASSPORT;
        require(way == BANK_CARD ? files == 1 : files == 3 || (twoWillDo && files == 2), "verified_file_url: number");
        require((way == BANK_CARD) == (china && bankCard(body) != null), "bank_card_info goes with identify_type 4");
        return body;
    }

    /** Null if there is none. */
    static Body bankCard(Body body) {
        Body card = body.object("bank_card_info", "bank_account", "areacode", "mobile", "verification_code");
        if (card != null) {
            card.mandatoryText("bank_account", 100);
            card.mandatoryText("areacode", 10);
            card.mandatoryText("mobile", 20);
            card.mandatoryText("verification_code", 6);
        }
        return card;
    }

    private static Body person(Body body) {
        Body person = body.object("enterprise_person", "legel_name", "legel_id_number", "certifier_role");
        if (person != null) {
            person.mandatoryText("legel_name", 256);
            person.mandatoryText("legel_id_number", 32);
            String role = person.text("certifier_role", 32);
            require(role == null || role.equals("legalPerson"), "certifier_role is not legalPerson");
        }
        return person;
    }

    private int files(Body body, int max) {
        List<String> files = body.mandatoryPaths("verified_file_url", max);
        for (String file : files) {
            if (!file.matches("(?i).+\\.(jpg|jpeg|bmp|png|gif|pdf)")) {
                throw refused(RealnameRefusal.FILE_FORMAT);
            }
            if (realname.isTooBig(file)) {
                throw refused(RealnameRefusal.FILE_TOO_BIG);
            }
        }
        return files.size();
    }

    private static ApiError refused(RealnameRefusal reason) {
        return ApiError.business(400, reason.code(), reason.text());
    }

    private static void require(boolean condition, String text) {
        if (!condition) {
            throw ApiError.parameter(text);
        }
    }
}
