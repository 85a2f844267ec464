package io.hcpnbridge.desk.api;

import org.apache.commons.lang3.exception.ExceptionUtils;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

/** Says what is wrong as a problem document (RFC 9457). */
@RestControllerAdvice(basePackageClasses = ApiFaults.class)
@ConditionalOnWebApplication
class ApiFaults extends ResponseEntityExceptionHandler {
    /** A rule that a part of the body has broken is told, and nothing of how the body is read. */
    @Override
    protected ResponseEntity<Object> handleHttpMessageNotReadable(
            HttpMessageNotReadableException fault, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        var broken = ExceptionUtils.throwableOfType(fault, ResponseStatusException.class);
        return broken == null
                ? super.handleHttpMessageNotReadable(fault, headers, status, request)
                : handleExceptionInternal(fault, broken.getBody(), headers, broken.getStatusCode(), request);
    }
}
