package io.hcpnbridge.desk.api;

import io.hcpnbridge.desk.act.Person;
import java.util.function.Predicate;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;

/** What is asked before anything is done or told: 400, 403, 404 and 409 are said here only. */
final class Permission {
    private Permission() {}

    /** 403 unless the login may. */
    static void require(Person person, Predicate<Person> may) {
        require(may.test(person));
    }

    /** 403 if it was not done because the login may not. */
    static void require(boolean allowed) {
        if (!allowed) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN, "This login may not do that");
        }
    }

    /** 400 unless it is so. */
    static void require(boolean known, String rule) {
        if (!known) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST, rule);
        }
    }

    /** 409 unless it was done: it is not as the caller thought any more. */
    static void requireDone(boolean done) {
        if (!done) {
            throw new ResponseStatusException(HttpStatus.CONFLICT, "It is not in a state in which that can be done");
        }
    }

    /** 404: there is no such thing. */
    static ResponseStatusException notThere() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
