package io.hcpnbridge.desk.api;

import io.hcpnbridge.desk.act.Person;
import io.hcpnbridge.desk.read.Binding;
import io.hcpnbridge.desk.read.BindingQuery;
import io.hcpnbridge.desk.read.Places;
import io.hcpnbridge.desk.read.SignOnQuery;
import io.hcpnbridge.desk.read.SignOnState;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** How customers sign on, and what they have bound. */
@RestController
@ConditionalOnWebApplication
@Tag(name = "sign-on")
class SignOnApi {
    private final SignOnQuery signOn;
    private final BindingQuery bindings;
    private final Places places;

    SignOnApi(SignOnQuery signOn, BindingQuery bindings, Places places) {
        this.signOn = signOn;
        this.bindings = bindings;
        this.places = places;
    }

    @GetMapping("/api/v1/sign-on")
    @Operation(
            summary =
                    "Of each tenant links of the last 7 days and the last bindings, and what this replica has refused; not for viewers")
    SignOnState state(Person person) {
        Permission.require(person, Person::maySeePersons);
        return signOn.state();
    }

    @GetMapping("/api/v1/bindings")
    @Operation(
            summary =
                    "Finds what was told of bound accounts by customer id, account name or platform user id, with what lists tell of the association; not for viewers")
    List<Binding> find(@RequestParam String q, Person person) {
        Permission.require(person, Person::maySeePersons);
        return bindings.by(q, places.tenants());
    }
}
