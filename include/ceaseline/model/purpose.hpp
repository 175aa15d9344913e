#pragma once

#include "ceaseline/base/random.hpp"

namespace ceaseline::purpose {

// What each draw is for, with the entity and the subject that complete its address.
// A number is never reused: a record made by an older version must stay explainable.

inline constexpr Purpose level{1};           ///< region; day: innovation of the daily level
inline constexpr Purpose level_common{2};    ///< all regions; day: what they share
inline constexpr Purpose hotspot_moved{3};   ///< hotspot; 0: rank among those that move, and where to
inline constexpr Purpose incident_gap{4};    ///< region; day and turn: operational time to the next incident
inline constexpr Purpose incident_kind{5};   ///< incident; 0: kind, responsible side
inline constexpr Purpose incident_place{6};  ///< incident; try: hotspot and place within it
inline constexpr Purpose incident_depth{7};  ///< incident; try: depth off the line
inline constexpr Purpose incident_size{8};   ///< incident; 0: number of acts, duration
inline constexpr Purpose incident_scene{9};  ///< incident; 0: can it be visited, evidence lifetime
inline constexpr Purpose act_time{10};   ///< incident; act: place of the act within its share of the duration
inline constexpr Purpose signature{11};  ///< incident; act: does the act give a signature at all
inline constexpr Purpose notice{12};     ///< sensor; act: own luck, and whether the incident's luck is used
inline constexpr Purpose notice_shared{13};   ///< sensor; incident: luck shared by the incident's acts
inline constexpr Purpose notice_object{14};   ///< sensor; incident and entry into the footprint
inline constexpr Purpose location_error{15};  ///< sensor; incident: error along and across the range
inline constexpr Purpose side_by_sight{16};   ///< sensor; incident: is the side that was seen the right one
inline constexpr Purpose side_by_visit{17};   ///< incident; visit: can a direction be read, is it right
inline constexpr Purpose refusal{18};         ///< team; outing: refused at the checkpoint
inline constexpr Purpose closure{19};  ///< base; turn: time to the next closure of its sector, its length
inline constexpr Purpose outage{20};   ///< sensor; turn: time to failure, time to repair
inline constexpr Purpose patrol_target{21};     ///< team; leg: next target of a random patrol
inline constexpr Purpose checkpoint_delay{22};  ///< team; visit: delay on the way

}  // namespace ceaseline::purpose
