// All parameters of a scenario, grouped by the rule or market that owns them.
// Declared once in each group's `visit`; walked here with the group's name.
#pragma once

#include "agents/demography_parameters.hpp"
#include "agents/migration_parameters.hpp"
#include "agents/registration_parameters.hpp"
#include "agents/schooling_parameters.hpp"
#include "agents/work_parameters.hpp"
#include "world/accounts_parameters.hpp"
#include "world/budget_parameters.hpp"
#include "world/housing_parameters.hpp"
#include "world/infrastructure_parameters.hpp"
#include "world/knowledge_parameters.hpp"
#include "world/labour_parameters.hpp"
#include "world/synthesis_parameters.hpp"

namespace world {

struct Parameters {
  agents::DemographyParameters demography;
  agents::SchoolingParameters schooling;
  agents::WorkParameters work;
  agents::MigrationParameters migration;
  agents::RegistrationParameters registration;
  LabourParameters labour;
  HousingParameters housing;
  InfrastructureParameters infrastructure;
  KnowledgeParameters knowledge;
  AccountsParameters accounts;
  BudgetParameters budget;
  SynthesisParameters synthesis;
};

/// Calls see(group name, value, ParameterInfo) for every parameter, in order.
/// `Self` is Parameters or const Parameters.
template <class Self, class See>
void visit_parameters(Self& self, See&& see) {
  auto walk = [&](const char* group, auto& values) {
    values.visit(values, [&](auto& value, const agents::ParameterInfo& info) { see(group, value, info); });
  };
  walk("demography", self.demography);
  walk("schooling", self.schooling);
  walk("work", self.work);
  walk("migration", self.migration);
  walk("registration", self.registration);
  walk("labour", self.labour);
  walk("housing", self.housing);
  walk("infrastructure", self.infrastructure);
  walk("knowledge", self.knowledge);
  walk("accounts", self.accounts);
  walk("budget", self.budget);
  walk("synthesis", self.synthesis);
}

}  // namespace world
