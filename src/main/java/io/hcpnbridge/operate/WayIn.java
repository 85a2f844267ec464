package io.hcpnbridge.operate;

import org.springframework.security.config.annotation.web.builders.HttpSecurity;

/** A further way in for people, besides the form with its passwords. */
public interface WayIn {
    /**
     * Opens it, in the chain of filters for people.
     *
     * @param answers where people go after a login
     */
    void open(HttpSecurity people, LoginAnswers answers) throws Exception;

    /** Where it begins, on this server. */
    String address();

    /** The text of the link there, on the login page. */
    String label();
}
