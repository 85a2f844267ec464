/**
 * Whether what stands in the files of an interface can go wrong later: lengths add up, all files name the same columns, and every
 * mapping gives what the contracts and the ERP's formats have room for, tried with what it can be given. Nothing is called.
 */
@Knows({"json", "mapping", "mapping.definition", "mapping.format", "mapping.problem", "partner", "request", "text"})
package io.hcpnbridge.check.mapping;

import io.hcpnbridge.law.Knows;
