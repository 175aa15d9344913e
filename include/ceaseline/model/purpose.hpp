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

inline constexpr Purpose weather{23};      ///< the line; step: next state of the weather
inline constexpr Purpose false_alarm{24};  ///< sensor; turn: time to the next one; kind it looks like
inline constexpr Purpose false_place{25};  ///< sensor; turn: range and bearing at which it appears
inline constexpr Purpose kind_guess{26};   ///< sensor; incident: is the kind named the right one, which other
inline constexpr Purpose flight{27};       ///< aircraft; sortie: jammed or not; lost or not
inline constexpr Purpose flight_loss{28};  ///< aircraft; sortie: when it is lost
inline constexpr Purpose cloud{29};        ///< satellite; pass: is the sky overcast
inline constexpr Purpose latency{30};      ///< satellite; incident: from pass to analyst
inline constexpr Purpose retaliation{31};  ///< incident; child: delay, place
inline constexpr Purpose retaliation_kind{32};  ///< incident; child: kind of the answer
inline constexpr Purpose reaction{33};          ///< incident; 0: prevented or moved, and where to
inline constexpr Purpose claim{34};             ///< incident; 0: does the party complain, how long it takes
inline constexpr Purpose false_claim{35};  ///< side; turn: time to the next invented complaint, its place
inline constexpr Purpose breakdown{36};    ///< vehicle; turn: time to failure, time to repair
inline constexpr Purpose visit_work{37};   ///< incident; visit: time on the scene
inline constexpr Purpose relief{38};       ///< lattice point of a made-up terrain; octave
inline constexpr Purpose probe{39};  ///< 0; 0: shifts of the lattice of probes in time and along the line

}  // namespace ceaseline::purpose
